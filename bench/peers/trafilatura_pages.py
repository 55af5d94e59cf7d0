"""trafilatura over rows {id, url, html}: usage trafilatura_pages.py default|precision PAGES OUT."""

import json
import re
import resource
import sys
import time

from trafilatura import extract

mode, pages, out = sys.argv[1:]
cpu, failed = [], 0
with open(pages, encoding="utf-8") as rows, open(out, "w", encoding="utf-8") as to:
    for line in rows:
        row = json.loads(line)
        before = time.process_time()
        text = None
        try:
            text = extract(row["html"], include_comments=False, favor_precision=mode == "precision")
        except Exception:  # a page that breaks the tool counts as failed, not as the end of the run
            failed += 1
        cpu.append((time.process_time() - before) * 1000)
        to.write(json.dumps({"id": row["id"], "text": text or ""}, ensure_ascii=False) + "\n")
try:
    peak = int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) / 1024
except OSError:  # no Linux
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"cpu": cpu, "peak": peak, "failed": failed}))
