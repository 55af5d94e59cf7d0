// plsfix's side of bench/repair.mjs: fix_text line by line, encoding fixers only; MB per CPU-second of a file.
use plsfix::{fix_text, TextFixerConfig};
use std::hint::black_box;

extern "C" {
    // The C library's: processor time of this process, in millionths of a second.
    fn clock() -> i64;
}

fn main() {
    let config = TextFixerConfig {
        unescape_html: Some(false),
        remove_terminal_escapes: false,
        fix_encoding: true,
        restore_byte_a0: true,
        replace_lossy_sequences: true,
        decode_inconsistent_utf8: true,
        fix_c1_controls: true,
        fix_latin_ligatures: false,
        fix_character_width: false,
        uncurl_quotes: false,
        fix_line_breaks: false,
        remove_control_chars: false,
        normalization: None,
        max_decode_length: 1_000_000,
    };
    let file = std::env::args().nth(1).expect("usage: plsfix-bench FILE");
    let text = std::fs::read_to_string(file).expect("a file in UTF-8");
    let lines: Vec<&str> = text.split('\n').collect();
    // the first tenth is for warming up and is not counted
    let (warm, counted) = lines.split_at(lines.len() / 10);
    for line in warm {
        black_box(fix_text(line, Some(&config)));
    }
    let start = unsafe { clock() };
    for line in counted {
        black_box(fix_text(line, Some(&config)));
    }
    let spent = unsafe { clock() } - start;
    println!("{:.3}", counted.join("\n").len() as f64 / spent as f64);
}
