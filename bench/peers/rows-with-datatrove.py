"""Reads rows {id, html}, extracts with trafilatura, repairs with ftfy and writes rows, with datatrove in one process.
usage: rows-with-datatrove.py ROWS.ndjson FOLDER   (no name of a package that it imports, or Python takes it for that)
"""
import sys
from pathlib import Path

import ftfy
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.extractors import Trafilatura
from datatrove.pipeline.formatters.base import BaseFormatter
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter


class Repair(BaseFormatter):
    name = "ftfy"

    def format(self, text: str) -> str:
        return ftfy.fix_text(text)


rows, folder = Path(sys.argv[1]), sys.argv[2]
LocalPipelineExecutor(
    pipeline=[
        JsonlReader(str(rows.parent), glob_pattern=rows.name, text_key="html"),
        Trafilatura(timeout=60),
        Repair(),
        JsonlWriter(folder, compression=None),
    ],
    tasks=1,
    workers=1,
    logging_dir=f"{folder}-logs",
).run()
