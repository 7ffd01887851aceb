// Drives Slack's own JavaScript clients against the fake Slack: node trials.mjs URL. One line for each trial: name, tab, "as documented" or what differs.
import { App, LogLevel } from "@slack/bolt";
import { SocketModeClient } from "@slack/socket-mode";
import { ErrorCode, WebClient } from "@slack/web-api";

const url = process.argv[2];
const botToken = "xoxb-sandbox-lifeline-bot-token";
const appToken = "xapp-sandbox-lifeline-app-token";
const channel = "C0INCIDENT42";
const clientOptions = { slackApiUrl: `${url}/api/`, retryConfig: { retries: 5, minTimeout: 50 }, logLevel: LogLevel.ERROR };
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
const pushable = { type: "modal", title: text("Rescue"), blocks: [
  { type: "actions", elements: [{ type: "button", action_id: "push", text: text("More") }] }] };
const globalShortcut = "rescue_device";
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

const allBlocks = [
  { type: "header", text: text("a") },
  { type: "section", text: text("a"), fields: [text("b")] },
  { type: "context", elements: [text("a")] },
  { type: "divider" },
  { type: "markdown", text: "**a**" },
  { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "a" }] }] },
  { type: "image", image_url: "https://example.com/x.png", alt_text: "a" },
  ...button,
  { type: "table", rows: [[{ type: "raw_text", text: "a" }], [{ type: "raw_number", value: 42 }]] },
  { type: "data_table", caption: "a", rows: [[{ type: "raw_text", text: "a" }], [{ type: "raw_text", text: "b" }]] },
  { type: "card", title: text("a") },
  { type: "carousel", elements: [{ type: "card", title: text("a") }] },
  { type: "container", title: text("a"), child_blocks: [{ type: "divider" }] },
  { type: "plan", title: "a", tasks: [{ type: "task_card", task_id: "1", title: "b", status: "complete" }] },
  { type: "task_card", task_id: "2", title: "a", status: "pending" },
];

/** What is not a call and its answer alone: streams, pages, blocks of every type, what is read back as it was written. */
async function content() {
  for (const block of allBlocks)
    await trial(`block ${block.type}`, async () => {
      const { ts } = await web.chat.postMessage({ channel, text: "a", blocks: [block] });
      const { messages } = await web.conversations.replies({ channel, ts });
      const read = messages[0].blocks[0];
      return expect(JSON.stringify(Object.keys(block).map(key => read[key] !== undefined)) === JSON.stringify(Object.keys(block).map(() => true)),
        `read back as ${JSON.stringify(read)}`);
    });
  await trial("blocks.validate", async () => expect((await web.apiCall("blocks.validate", { blocks: JSON.stringify(allBlocks) })).ok, "not ok"));
  await trial("chat.startStream, appendStream, stopStream", async () => {
    const root = await web.chat.postMessage({ channel, text: "a question" });
    const stream = await web.chat.startStream({ channel, thread_ts: root.ts, recipient_user_id: "U0ASHA", recipient_team_id: "T0LIFELINE" });
    await web.chat.appendStream({ channel, ts: stream.ts, markdown_text: "an " });
    await web.chat.stopStream({ channel, ts: stream.ts, markdown_text: "answer" });
    const { messages } = await web.conversations.replies({ channel, ts: root.ts });
    return expect(messages[1].text.includes("an answer"), messages[1].text);
  });
  await trial("metadata", async () => {
    const metadata = { event_type: "rescue", event_payload: { id: "1" } };
    const { ts } = await web.chat.postMessage({ channel, text: "a", metadata });
    const { messages } = await web.conversations.replies({ channel, ts, include_all_metadata: true });
    return expect(messages[0].metadata.event_payload.id === "1", JSON.stringify(messages[0].metadata));
  });
  await trial("paginate conversations.history", async () => {
    let count = 0;
    for await (const page of web.paginate("conversations.history", { channel, limit: 7 })) count += page.messages.length;
    return expect(count > 14, `${count} messages`);
  });
  await trial("paginate conversations.members", async () => {
    const ids = [];
    for await (const page of web.paginate("conversations.members", { channel, limit: 3 })) ids.push(...page.members);
    return expect(new Set(ids).size === ids.length && ids.length === 8, `${ids.length} members`);
  });
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
  await trial("missing_scope names what is needed", async () => {
    await fault({ fault: "revoke-scope", scope: "team:read" });
    try {
      await web.team.info();
      return "not refused";
    } catch (e) {
      return expect(e.data.error === "missing_scope" && e.data.needed === "team:read", JSON.stringify(e.data));
    }
  });
  await trial("cant_update_message", async () => {
    const said = await act("asha", { types: "mine" });
    return fails(() => web.chat.update({ channel, ts: said.ts, text: "x" }), "cant_update_message");
  });
  await trial("message_not_found", () => fails(() => web.chat.update({ channel, ts: "1.000001", text: "x" }), "message_not_found"));
  await trial("user_not_found", () => fails(() => web.users.info({ user: "U0NOBODY" }), "user_not_found"));
  await trial("users_not_found", () => fails(() => web.users.lookupByEmail({ email: "x@example.com" }), "users_not_found"));
  await trial("a text of more than 40,000 characters is cut", async () => {
    const { ts } = await web.chat.postMessage({ channel, text: "x".repeat(40001) });
    const { messages } = await web.conversations.replies({ channel, ts });
    return expect(messages[0].text.length === 40000, `${messages[0].text.length} characters`);
  });
  await trial("too_many_attachments", () =>
    fails(() => web.chat.postMessage({ channel, text: "x", attachments: Array.from({ length: 101 }, () => ({ text: "x" })) }), "too_many_attachments"));
  await trial("invalid_cursor", () => fails(() => web.users.list({ limit: 2, cursor: "x" }), "invalid_cursor"));
  await trial("not_in_channel", async () => {
    await fault({ fault: "remove-bot", channel: "random" });
    return fails(() => web.chat.postMessage({ channel: "C0RANDOM", text: "x" }), "not_in_channel");
  });
  await trial("is_archived", async () => {
    await fault({ fault: "archive-channel", channel: "shared-partner" });
    return fails(() => web.chat.postMessage({ channel: "C0SHARED", text: "x" }), "is_archived");
  });
  await trial("already_reacted", async () => {
    const { ts } = await web.chat.postMessage({ channel, text: "x" });
    await web.reactions.add({ channel, timestamp: ts, name: "eyes" });
    return fails(() => web.reactions.add({ channel, timestamp: ts, name: "eyes" }), "already_reacted");
  });
  await trial("a method that exists and is not modelled", () => fails(() => web.apiCall("canvases.edit"), "not_modelled_in_the_sandbox"));
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
  await trial("socket: a cut connection is opened again", async () => {
    const again = new Promise(resolve => socket.once("connected", resolve));
    await fault({ fault: "drop-socket" });
    await again;
    socket.once("slash_commands", ({ ack }) => ack());
    return expect((await act("asha", { types: "/rescue" })).acked, "not acked after a cut");
  });
  await trial("socket: event, and its retry", async () => {
    const heard = [];
    const twice = new Promise(resolve =>
      socket.on("app_mention", ({ ack, retry_num }) => {
        heard.push(retry_num);
        if (heard.length === 2) ack().then(resolve);
      }));
    act("asha", { types: "<@U0LIFELINE> are you there" });
    await twice;
    socket.removeAllListeners("app_mention");
    return expect(heard[0] === 0 && heard[1] === 1, `retries ${heard}`);
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
  await trial("bolt: an edited mention", async () => {
    const said = await act("asha", { types: "<@U0LIFELINE> stauts" });
    app.event("app_mention", async ({ event }) => {
      if (event.edited) seen.edited = event;
    });
    await act("asha", { edits: "<@U0LIFELINE> status", message: said.ts });
    return (await until("not heard", () => seen.edited)) ?? expect(seen.edited.ts === said.ts && seen.edited.text.endsWith("status"), JSON.stringify(seen.edited));
  });
  await trial("bolt: global shortcut, views.update, views.push, view_closed", async () => {
    app.shortcut(globalShortcut, async ({ ack, shortcut, client }) => {
      await ack();
      const opened = await client.views.open({ trigger_id: shortcut.trigger_id, view: pushable });
      await client.views.update({ view_id: opened.view.id, hash: opened.view.hash, view: pushable });
      seen.updated = true;
    });
    app.action("push", async ({ ack, body, client }) => {
      await ack();
      seen.pushed = (await client.views.push({ trigger_id: body.trigger_id, view: { ...modal, notify_on_close: true } })).view;
    });
    app.view({ callback_id: "form", type: "view_closed" }, async ({ ack, body }) => {
      await ack();
      seen.closed = body.is_cleared;
    });
    await act("asha", { shortcut: globalShortcut, channel: undefined });
    const updated = await until("not updated", () => seen.updated);
    await act("asha", { presses: "push" });
    const pushed = await until("not pushed", () => seen.pushed);
    await act("asha", { closes: true });
    return updated ?? pushed ?? (await until("not told of closing", () => seen.closed === false));
  });
  await trial("bolt: options as one types", async () => {
    app.options("device", async ({ ack, options }) => {
      await ack({ options: [{ text: text(options.value), value: options.value }] });
    });
    await web.chat.postMessage({ channel, text: "Which?", blocks: [
      { type: "actions", elements: [{ type: "external_select", action_id: "device", min_query_length: 1, placeholder: text("Device") }] }] });
    return expect((await act("asha", { asks: "device", query: "web" })).ack?.options?.[0]?.value === "web", "no options");
  });
  await trial("bolt: overflow menu", async () => {
    app.action("menu", async ({ ack, action }) => {
      await ack();
      seen.menu = action.selected_option.value;
    });
    const { ts } = await web.chat.postMessage({ channel, text: "More", blocks: [
      { type: "actions", elements: [{ type: "overflow", action_id: "menu", options: [{ text: text("End"), value: "end" }] }] }] });
    await act("asha", { presses: "menu", value: "end", message: ts });
    return until("not heard", () => seen.menu === "end");
  });
  await trial("bolt: an ephemeral message and its response_url", async () => {
    const { message_ts: ts } = await web.chat.postEphemeral({ channel, user: "U0ASHA", text: "psst", blocks: button });
    app.action({ action_id: "go", block_id: "private" }, async ({ ack }) => ack());
    return expect(ts !== undefined && (await shown("asha", "psst")) && !(await shown("bruno", "psst")), "seen by others");
  });
  await trial("bolt: channel_id_changed", async () => {
    app.event("channel_id_changed", async ({ event }) => {
      seen.moved = event;
    });
    await fault({ fault: "share-channel", channel: "ops-private" });
    return until("not heard", () => seen.moved?.old_channel_id?.startsWith("G"));
  });
  await trial("bolt: App Home", async () => {
    await act("asha", { opens: "home" });
    return until("not heard", () => seen.home !== undefined);
  });
  await trial("bolt: tokens_revoked", async () => {
    app.event("tokens_revoked", async ({ event }) => {
      seen.revoked = event;
    });
    await fault({ fault: "revoke-tokens" });
    const heard = await until("not heard", () => seen.revoked?.tokens?.bot?.length === 1);
    const refused = await fails(() => web.auth.test(), "token_revoked");
    await fetch(`${url}/sandbox/faults`, { method: "DELETE" });
    return heard ?? refused;
  });
  await app.stop();
}

async function coverage() {
  const { modelled } = await (await fetch(`${url}/sandbox/methods`)).json();
  const { calls } = await (await fetch(`${url}/sandbox/calls`)).json();
  const called = new Set(calls.filter(call => call.ok).map(call => call.method));
  await trial("every method was called", async () => modelled.filter(method => !called.has(method)).join(" ") || undefined);
}

await webApi();
await content();
await errors();
await socketMode();
await bolt();
await coverage();
process.exit(0);
