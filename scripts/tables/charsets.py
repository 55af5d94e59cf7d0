#!/usr/bin/env python3
"""Prints the upper halves of the single-byte code pages as JSON, and the version of Python, for charsets.mjs.

A byte that a code page leaves undefined stands for the code point of the same number, as lenient
decoders have it ("sloppy" tables).
"""
import json
import platform

CHARSETS = {
    **{f'windows-{n}': f'cp{n}' for n in (874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258)},
    **{f'iso-8859-{n}': f'iso8859_{n}' for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)},
    **{f'cp{n}': f'cp{n}' for n in (437, 737, 775, 850, 852, 855, 857, 858, 862, 864, 866)},
    'koi8-r': 'koi8_r', 'koi8-u': 'koi8_u', 'macintosh': 'mac_roman', 'x-mac-ce': 'mac_latin2',
    'x-mac-cyrillic': 'mac_cyrillic', 'x-mac-greek': 'mac_greek', 'x-mac-turkish': 'mac_turkish',
    'x-mac-croatian': 'mac_croatian', 'x-mac-romanian': 'mac_romanian',
}


def upper(codec):
    out = ''
    for b in range(128, 256):
        c = bytes([b]).decode(codec, 'replace')
        out += chr(b) if c == '\ufffd' else c
    return out


print(json.dumps({'version': platform.python_version(), 'halves': {name: upper(codec) for name, codec in CHARSETS.items()}}))
