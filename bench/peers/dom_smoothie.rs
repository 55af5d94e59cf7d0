//! dom_smoothie over rows {id, url, html}: usage peer PAGES OUT.
use std::fs::{read_to_string, File};
use std::io::{BufWriter, Write};

use cpu_time::ProcessTime;
use dom_smoothie::{Config, Readability, TextMode};
use serde_json::{json, Value};

fn extract(html: &str) -> Option<String> {
    let config = Config { text_mode: TextMode::Formatted, ..Default::default() };
    let mut readability = Readability::new(html, None, Some(config)).ok()?;
    Some(readability.parse().ok()?.text_content.to_string())
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let mut out = BufWriter::new(File::create(&args[2]).expect("a file to write"));
    let mut cpu = Vec::new();
    let mut failed = 0;
    for line in read_to_string(&args[1]).expect("a file of pages").lines() {
        let row: Value = serde_json::from_str(line).expect("rows of JSON");
        let before = ProcessTime::now();
        let text = extract(row["html"].as_str().unwrap_or(""));
        cpu.push(before.elapsed().as_secs_f64() * 1000.0);
        failed += usize::from(text.is_none());
        let done = json!({"id": row["id"], "text": text.unwrap_or_default()});
        writeln!(out, "{done}").expect("room to write");
    }
    let status = read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    let kilobytes: f64 = peak.and_then(|p| p.split_whitespace().next()?.parse().ok()).unwrap_or(0.0);
    println!("{}", json!({"cpu": cpu, "peak": kilobytes / 1024.0, "failed": failed}));
}
