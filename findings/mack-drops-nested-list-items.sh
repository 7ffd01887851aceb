#!/usr/bin/env bash
# mack, which turns Markdown into Slack blocks, drops whatever belongs to a list item besides its first line of text.
#
# Library:   @tryfabric/mack 1.2.1 (npm)
# Behaviour: Of each list item only the first paragraph is taken. A nested list, a second paragraph and a code block inside an item are
#            gone, without an error or a mark: a runbook keeps its numbered headlines and loses the steps. An ordered list that
#            begins at 5 begins at 1. The README names limits of block quotes only.
# Seen:      nested list: 1. Boot into rescue / 2. Mount the disk
#            paragraph:   1. Mount the disk / 2. Check it
#            code block:  1. Mount the disk / 2. Check it
#            numbering:   1. Mount the disk / 2. Check it
# Workaround: flatten lists before, or send the text in a block of type "markdown", which Slack renders itself
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @tryfabric/mack@1.2.1 >/dev/null

cat > finding.mjs <<'JS'
import { markdownToBlocks } from '@tryfabric/mack';

const texts = {
  'nested list': '1. Boot into rescue\n   - compare the host key\n   - log in as root\n2. Mount the disk',
  'paragraph': '1. Mount the disk\n\n   It is the second one.\n2. Check it',
  'code block': '1. Mount the disk\n\n   ```\n   mount /dev/xvda2 /mnt\n   ```\n2. Check it',
  'numbering': '5. Mount the disk\n6. Check it',
};
for (const [name, markdown] of Object.entries(texts)) {
  const blocks = await markdownToBlocks(markdown);
  console.log(`${(name + ':').padEnd(13)}${blocks.map(block => block.text.text).join(' | ').replaceAll('\n', ' / ')}`);
}
JS
node finding.mjs | tee seen
diff seen - <<'EXPECTED'
nested list: 1. Boot into rescue / 2. Mount the disk
paragraph:   1. Mount the disk / 2. Check it
code block:  1. Mount the disk / 2. Check it
numbering:   1. Mount the disk / 2. Check it
EXPECTED
