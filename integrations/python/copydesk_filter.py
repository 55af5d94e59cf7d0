"""Pipes rows through copydesk and back. Standard library only.

    from copydesk_filter import clean_rows
    articles = list(clean_rows({"id": row.id, "html": row.html} for row in frame.itertuples()))

A row in gives a row out, in the same order. A row that could not be cleaned comes back as {"id", "source", "error"}.
"""

import json
import subprocess
import threading


class FilterError(RuntimeError):
    """copydesk ended with an exit code other than 0, or gave fewer rows than it got."""


def clean_rows(rows, command=("copydesk",), options=()):
    """Yields an Article, as a dict, for each row: a dict with "text" or "html", and "id", "url", ... as you have them.

    command: how copydesk is called; options: further options of `copydesk clean`, such as ("--ledger", "none").
    Rows are sent by a thread of their own while answers are read, so that neither waits for the other, and no more is
    held in memory than the pipes hold.
    """
    call = [*command, "clean", "-", "--from", "ndjson", "--to", "ndjson", "--quiet", *options]
    process = subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    sent = 0
    failed = []

    def send():
        nonlocal sent
        try:
            with process.stdin as pipe:
                for row in rows:
                    pipe.write(json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "replace") + b"\n")
                    sent += 1
        except BrokenPipeError:
            pass  # It ended early: its exit code says why.
        except Exception as error:  # What the caller's own rows raise is raised to the caller.
            failed.append(error)

    sender = threading.Thread(target=send, daemon=True)
    sender.start()
    answered = 0
    try:
        for line in process.stdout:
            answered += 1
            yield json.loads(line)
        sender.join()
        code = process.wait()
    finally:
        process.stdout.close()
        if process.poll() is None:
            process.kill()
            process.wait()
    if failed:
        raise failed[0]
    if code != 0 or answered != sent:
        raise FilterError(f"expected {sent} answers from {call[0]}, found {answered}; it ended with exit code {code}")
