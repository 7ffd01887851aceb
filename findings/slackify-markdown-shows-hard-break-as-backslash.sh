#!/usr/bin/env bash
# slackify-markdown turns a hard line break into a backslash that people see, and leaves "&", "<" and ">" in code unescaped.
#
# Library:   slackify-markdown 5.0.0 (npm)
# Behaviour: Two blanks at the end of a line, Markdown's hard break, come out as a backslash and a line break. Slack's mrkdwn knows
#            no such escape and shows it; a plain line break would have done. Slack asks for &amp; &lt; &gt; everywhere in a text
#            (https://docs.slack.dev/messaging/formatting-message-text), but only text outside of code gets them.
# Seen:      soft break:  "web-07 is down\nsince 03:10\n"
#            two blanks:  "web-07 is down\\\nsince 03:10\n"
#            text:        "free &lt; 5 &amp; falling\n"
#            code:        "`free < 5 & falling`\n"
# Workaround: replace /\\\n/ in the result, or send a block of type "markdown", which Slack renders itself
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund slackify-markdown@5.0.0 >/dev/null

cat > finding.mjs <<'JS'
import { slackifyMarkdown } from 'slackify-markdown';

const texts = {
  'soft break': 'web-07 is down\nsince 03:10',
  'two blanks': 'web-07 is down  \nsince 03:10',
  'text': 'free < 5 & falling',
  'code': '`free < 5 & falling`',
};
for (const [name, markdown] of Object.entries(texts))
  console.log(`${(name + ':').padEnd(13)}${JSON.stringify(slackifyMarkdown(markdown))}`);
JS
node finding.mjs | tee seen
diff seen - <<'EXPECTED'
soft break:  "web-07 is down\nsince 03:10\n"
two blanks:  "web-07 is down\\\nsince 03:10\n"
text:        "free &lt; 5 &amp; falling\n"
code:        "`free < 5 & falling`\n"
EXPECTED
