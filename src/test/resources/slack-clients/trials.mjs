// Drives Slack's own JavaScript clients against the fake Slack: node trials.mjs URL. One line for each trial: name, tab, "as documented" or what differs.
import { App, LogLevel } from "@slack/bolt";
import { SocketModeClient } from "@slack/socket-mode";
import { ErrorCode, WebClient } from "@slack/web-api";

const url = process.argv[2];
const botToken = "xoxb-sandbox-lifeline-bot-token";
const appToken = "xapp-sandbox-lifeline-app-token";
const channel = "C0INCIDENT42";
const clientOptions = { slackApiUrl: `${url}/api/`, retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR };
const web = new WebClient(botToken, clientOptions);

const post = async (path, body) => (await fetch(url + path, { method: "POST", body: JSON.stringify(body) })).json();
const act = (person, action) => post("/sandbox/act", { person, channel: "incident-42", ...action });
const fault = body => post("/sandbox/faults", body);
const sees = async person => (await fetch(`${url}/sandbox/sees?person=${person}&channel=incident-42`)).json();

async function trial(name, run) {
  try {
    const wrong = await run();
    console.log(`${name}\t${wrong ? `differs: ${wrong}` : "as documented"}`);
  } catch (e) {
    console.log(`${name}\tdiffers: ${e.code ?? ""} ${e.data?.error ?? e.message}`);
  }
}

const expect = (condition, what) => (condition ? undefined : what);
const text = value => ({ type: "plain_text", text: value });
const button = [{ type: "actions", elements: [{ type: "button", action_id: "go", value: "v", text: text("Go on") }] }];
const modal = {
  type: "modal", callback_id: "form", title: text("Rescue"), submit: text("Go"),
  blocks: [{ type: "input", block_id: "why", label: text("Reason"), element: { type: "plain_text_input", action_id: "reason" } }],
};

async function fails(call, error) {
  try {
    await call();
    return `succeeded, not ${error}`;
  } catch (e) {
    return expect(e.code === ErrorCode.PlatformError && e.data.error === error, `${e.code} ${e.data?.error}, not ${error}`);
  }
}

async function webApi() {
  await post("/sandbox/app", {
    scopes: ["app_mentions:read", "bookmarks:write", "channels:history", "channels:join", "channels:manage", "channels:read", "chat:write", "commands",
      "files:write", "groups:history", "groups:read", "im:history", "im:read", "im:write", "links:write", "mpim:history", "mpim:read", "pins:write",
      "reactions:write", "team:read", "usergroups:read", "users:read", "users:read.email"],
  });
  const root = await web.chat.postMessage({ channel, text: "https://example.com/x is down", blocks: button });
  const ts = root.ts;
  const calls = {
    "api.test": () => web.api.test({ foo: "bar" }),
    "auth.test": () => web.auth.test(),
    "bots.info": () => web.bots.info({ bot: "B0LIFELINE" }),
    "bookmarks.add": () => web.bookmarks.add({ channel_id: channel, title: "Runbook", type: "link", link: "https://example.com" }),
    "chat.delete": async () => web.chat.delete({ channel, ts: (await web.chat.postMessage({ channel, text: "x" })).ts }),
    "chat.getPermalink": () => web.chat.getPermalink({ channel, message_ts: ts }),
    "chat.postEphemeral": () => web.chat.postEphemeral({ channel, user: "U0ASHA", text: "psst" }),
    "chat.scheduleMessage": () => web.chat.scheduleMessage({ channel, text: "later", post_at: Math.floor(Date.now() / 1000) + 3600 }),
    "chat.unfurl": () => web.chat.unfurl({ channel, ts, unfurls: { "https://example.com/x": { text: "a host" } } }),
    "chat.update": () => web.chat.update({ channel, ts, text: "https://example.com/x is up" }),
    "conversations.create": () => web.conversations.create({ name: "incident-99" }),
    "conversations.history": () => web.conversations.history({ channel, limit: 3 }),
    "conversations.info": () => web.conversations.info({ channel }),
    "conversations.join": () => web.conversations.join({ channel: "C0RANDOM" }),
    "conversations.list": () => web.conversations.list({ types: "public_channel,private_channel" }),
    "conversations.members": () => web.conversations.members({ channel }),
    "conversations.open": () => web.conversations.open({ users: "U0ASHA" }),
    "conversations.replies": () => web.conversations.replies({ channel, ts }),
    "oauth.v2.access": () => new WebClient(undefined, clientOptions).oauth.v2.access({
      client_id: "1000000000.1000000000", client_secret: "sandbox-lifeline-client-secret", code: "sandbox-lifeline-code" }),
    "pins.add": () => web.pins.add({ channel, timestamp: ts }),
    "reactions.add": () => web.reactions.add({ channel, timestamp: ts, name: "eyes" }),
    "reactions.remove": () => web.reactions.remove({ channel, timestamp: ts, name: "eyes" }),
    "team.info": () => web.team.info(),
    "usergroups.list": () => web.usergroups.list(),
    "usergroups.users.list": () => web.usergroups.users.list({ usergroup: "S0ONCALL01" }),
    "users.conversations": () => web.users.conversations(),
    "users.getPresence": () => web.users.getPresence({ user: "U0ASHA" }),
    "users.info": () => web.users.info({ user: "U0ASHA" }),
    "users.list": () => web.users.list({}),
    "users.lookupByEmail": () => web.users.lookupByEmail({ email: "asha@example.com" }),
    "views.publish": () => web.views.publish({ user_id: "U0ASHA", view: { type: "home", blocks: button } }),
  };
  for (const [name, call] of Object.entries(calls)) await trial(name, async () => expect((await call()).ok, "not ok"));
  await trial("conversations.invite", async () => {
    const created = await web.conversations.create({ name: "incident-98" });
    return expect((await web.conversations.invite({ channel: created.channel.id, users: "U0ASHA" })).ok, "not ok");
  });
  await trial("files.uploadV2", async () => {
    const files = await web.filesUploadV2({ channel_id: channel, file: Buffer.from("log"), filename: "log.txt", title: "log" });
    return expect(files.ok, "not ok");
  });
  await trial("paginate users.list", async () => {
    const ids = [];
    for await (const page of web.paginate("users.list", { limit: 3 })) ids.push(...page.members.map(member => member.id));
    return expect(new Set(ids).size === 8, `${ids.length} users`);
  });
  await trial("scopes in response_metadata", async () =>
    expect((await web.auth.test()).response_metadata.scopes.includes("chat:write"), "no scopes"));
}

async function errors() {
  await trial("channel_not_found", () => fails(() => web.chat.postMessage({ channel: "C0NOWHERE", text: "x" }), "channel_not_found"));
  await trial("no_text", () => fails(() => web.chat.postMessage({ channel }), "no_text"));
  await trial("invalid_auth", () => fails(() => new WebClient("xoxb-wrong", clientOptions).auth.test(), "invalid_auth"));
  await trial("not_authed", () => fails(() => new WebClient(undefined, clientOptions).auth.test(), "not_authed"));
  await trial("invalid_blocks", () =>
    fails(() => web.chat.postMessage({ channel, text: "x", blocks: [{ type: "alert", text: text("x") }] }), "invalid_blocks"));
  await trial("unknown_method", () => fails(() => web.apiCall("chat.shout"), "unknown_method"));
  await trial("invalid_trigger_id", () => fails(() => web.views.open({ trigger_id: "1.2.x", view: modal }), "invalid_trigger_id"));
  await trial("429 with Retry-After", async () => {
    await fault({ fault: "ratelimited", method: "users.info", times: 1, seconds: 7 });
    try {
      await new WebClient(botToken, { ...clientOptions, rejectRateLimitedCalls: true }).users.info({ user: "U0ASHA" });
      return "not limited";
    } catch (e) {
      return expect(e.code === ErrorCode.RateLimitedError && e.retryAfter === 7, `${e.code} ${e.retryAfter}`);
    }
  });
}

async function socketMode() {
  const socket = new SocketModeClient({ appToken, clientOptions, logLevel: LogLevel.ERROR });
  await trial("socket: hello", async () => {
    await socket.start(); // resolves when hello has come
  });
  await trial("socket: slash command and ack", async () => {
    socket.once("slash_commands", ({ ack, body }) => ack({ text: `heard ${body.text}` }));
    return expect((await act("asha", { types: "/rescue web-07" })).ack?.text === "heard web-07", "no ack");
  });
  await trial("socket: refresh", async () => {
    const again = new Promise(resolve => socket.once("connected", resolve));
    await fault({ fault: "refresh" });
    await again;
    socket.once("slash_commands", ({ ack }) => ack());
    return expect((await act("asha", { types: "/rescue" })).acked, "not acked after a refresh");
  });
  await socket.disconnect();
}

async function bolt() {
  const app = new App({ token: botToken, appToken, socketMode: true, clientOptions, logLevel: LogLevel.ERROR });
  const seen = {};
  app.command("/rescue", async ({ ack, respond, client, body }) => {
    await ack();
    if (body.text === "form") seen.opened = await client.views.open({ trigger_id: body.trigger_id, view: modal });
    else await respond({ text: "a response", response_type: "in_channel" });
  });
  app.action("go", async ({ ack, client, body }) => {
    await ack();
    await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: `pressed by ${body.user.id}`, blocks: [] });
  });
  app.view("form", async ({ ack, view }) => {
    const reason = view.state.values.why.reason.value;
    await (reason === "no" ? ack({ response_action: "errors", errors: { why: "say more" } }) : ack());
  });
  app.shortcut("rescue_from_message", async ({ ack, shortcut }) => {
    await ack();
    seen.shortcut = shortcut.message.text;
  });
  app.event("app_mention", async ({ event, say }) => say({ text: "here", thread_ts: event.ts }));
  app.event("app_home_opened", async ({ event }) => {
    seen.home = event.tab;
  });
  await trial("bolt: start", async () => {
    await app.start();
  });
  const { ts } = await web.chat.postMessage({ channel, text: "Go?", blocks: button });
  const until = async (what, condition) => {
    for (let i = 0; i < 100; i++) {
      if (await condition()) return undefined;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    return what;
  };
  const shown = async (person, needle) => JSON.stringify(await sees(person)).includes(needle);

  await trial("bolt: respond", async () => {
    await act("asha", { types: "/rescue web-07" });
    return until("no response", () => shown("bruno", "a response"));
  });
  await trial("bolt: button and update", async () => {
    await act("bruno", { presses: "go", message: ts });
    return until("not updated", () => shown("asha", "pressed by U0BRUNO"));
  });
  await trial("bolt: modal, errors, submission", async () => {
    await act("asha", { types: "/rescue form" });
    const opened = await until("no modal", () => seen.opened?.ok);
    await act("asha", { submits: { reason: "no" } });
    const wrong = await until("no error shown", () => shown("asha", "say more"));
    await act("asha", { submits: { reason: "disk" } });
    return opened ?? wrong ?? (await until("still open", async () => (await sees("asha")).views.length === 0));
  });
  await trial("bolt: message shortcut", async () => {
    const said = await act("asha", { types: "web-08 is slow" });
    await act("asha", { shortcut: "rescue_from_message", message: said.ts });
    return until("not heard", () => seen.shortcut === "web-08 is slow");
  });
  await trial("bolt: mention and say", async () => {
    await act("asha", { types: "<@U0LIFELINE> status" });
    return until("no reply", () => shown("asha", '"here"'));
  });
  await trial("bolt: App Home", async () => {
    await act("asha", { opens: "home" });
    return until("not heard", () => seen.home !== undefined);
  });
  await app.stop();
}

await webApi();
await errors();
await socketMode();
await bolt();
process.exit(0);
