#!/usr/bin/env python3
"""ftfy's side of bench/repair.mjs: fix_text line by line, encoding fixers only; MB per CPU-second of a file.

usage: repair.py FOLDER-WITH-FTFY FILE
"""
import sys
import time

sys.path.insert(0, sys.argv[1])
from ftfy import TextFixerConfig, fix_text

config = TextFixerConfig(
    unescape_html=False, remove_terminal_escapes=False, fix_encoding=True, restore_byte_a0=True,
    replace_lossy_sequences=True, decode_inconsistent_utf8=True, fix_c1_controls=True,
    fix_latin_ligatures=False, fix_character_width=False, uncurl_quotes=False, fix_line_breaks=False,
    fix_surrogates=False, remove_control_chars=False, normalization=None, explain=False,
)
lines = open(sys.argv[2], encoding='utf-8', newline='\n').read().split('\n')
# the first tenth is for warming up and is not counted
first = len(lines) // 10
for line in lines[:first]:
    fix_text(line, config)
size = len('\n'.join(lines[first:]).encode())
start = time.process_time()
for line in lines[first:]:
    fix_text(line, config)
print(f'{size / 1e6 / (time.process_time() - start):.3f}')
