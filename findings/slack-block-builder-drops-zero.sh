#!/usr/bin/env bash
# slack-block-builder leaves a zero out of a number input, and presets a date picker with the day that it is in London.
#
# Library:   slack-block-builder 2.8.0 (npm)
# Behaviour: minValue(0) and initialValue(0) of a NumberInput vanish, so that the field takes negative numbers and is empty; every other
#            number is kept, and so is the 0 of minQueryLength. initialDate(new Date(...)) is cut out of the UTC text: in New York
#            after 19:00 the picker shows tomorrow, in Tokyo before 09:00 yesterday. Slack's initial_date has no time zone.
# Seen:      min 1: {"action_id":"n","min_value":"1","max_value":"10","initial_value":"1","type":"number_input"}
#            min 0: {"action_id":"n","max_value":"10","type":"number_input"}
#            28 November 2026, 23:30 in New York: {"action_id":"d","initial_date":"2026-11-29","type":"datepicker"}
# Workaround: set both in the built object; new Date(Date.UTC(year, month, day)) for dates
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund slack-block-builder@2.8.0 >/dev/null

cat > finding.mjs <<'JS'
import { Blocks, Elements, Modal } from 'slack-block-builder';

const built = element =>
  JSON.stringify(Modal({ title: 'Rescue' }).blocks(Blocks.Input({ label: 'Field' }).element(element)).buildToObject().blocks[0].element);

for (const least of [1, 0])
  console.log(`min ${least}: ${built(Elements.NumberInput({ actionId: 'n' }).minValue(least).maxValue(10).initialValue(least))}`);
const evening = new Date(2026, 10, 28, 23, 30);
console.log(`28 November 2026, 23:30 in New York: ${built(Elements.DatePicker({ actionId: 'd' }).initialDate(evening))}`);
JS
TZ=America/New_York node finding.mjs | tee seen
diff seen - <<'EXPECTED'
min 1: {"action_id":"n","min_value":"1","max_value":"10","initial_value":"1","type":"number_input"}
min 0: {"action_id":"n","max_value":"10","type":"number_input"}
28 November 2026, 23:30 in New York: {"action_id":"d","initial_date":"2026-11-29","type":"datepicker"}
EXPECTED
