#!/usr/bin/env bash
# Slack's JavaScript client rejects a rate-limited call with an error that has no code once its retries are used up, so code
# that switches on error.code takes a rate limit for a bug of its own.
#
# Library:   @slack/web-api 7.19.0 (npm)
# Behaviour: The documents say that each error has a code of ErrorCode, and that RateLimitedError comes with
#            rejectRateLimitedCalls. Without that option a 429 is waited out and retried; the last retry's failure is a plain
#            Error: no code, no retryAfter, no data, only the message names the rate limit.
# Seen:      retries used up: Error, code undefined, retryAfter undefined
#            rejectRateLimitedCalls: Error, code slack_webapi_rate_limited_error, retryAfter 1
#            ok:false: Error, code slack_webapi_platform_error, error channel_not_found
#            status 500, retries used up: Error, code slack_webapi_http_error
# Workaround: set rejectRateLimitedCalls and wait yourself, or take an error without a code for "try again later".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund @slack/web-api@7.19.0

cat > finding.mjs <<'JS'
import { createServer } from "node:http";
import { LogLevel, WebClient } from "@slack/web-api";

const server = createServer((request, response) => {
  if (request.url.endsWith("auth.test")) response.writeHead(429, { "Retry-After": "1" }).end();
  else if (request.url.endsWith("api.test")) response.writeHead(500).end();
  else response.setHeader("Content-Type", "application/json").end('{"ok":false,"error":"channel_not_found"}');
});
await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
const slackApiUrl = `http://127.0.0.1:${server.address().port}/api/`;

async function report(name, options, call, ...fields) {
  const client = new WebClient("xoxb-made-up", {
    slackApiUrl, logLevel: LogLevel.ERROR, retryConfig: { retries: 1, minTimeout: 1, maxTimeout: 1 }, ...options });
  try {
    await call(client);
  } catch (e) {
    const seen = fields.map(field => `, ${field} ${e[field] ?? e.data?.[field]}`).join("");
    console.log(`${name}: ${e.constructor.name}, code ${e.code}${seen}`);
  }
}

await report("retries used up", {}, client => client.auth.test(), "retryAfter");
await report("rejectRateLimitedCalls", { rejectRateLimitedCalls: true }, client => client.auth.test(), "retryAfter");
await report("ok:false", {}, client => client.conversations.info({ channel: "C1" }), "error");
await report("status 500, retries used up", {}, client => client.api.test());
server.close();
JS
node finding.mjs 2>/dev/null | tee seen.txt

diff seen.txt - <<'EXPECTED'
retries used up: Error, code undefined, retryAfter undefined
rejectRateLimitedCalls: Error, code slack_webapi_rate_limited_error, retryAfter 1
ok:false: Error, code slack_webapi_platform_error, error channel_not_found
status 500, retries used up: Error, code slack_webapi_http_error
EXPECTED
echo "as described: @slack/web-api 7.19.0"
