// Short names of common emoji; an unknown :name: stays as typed, as in Slack.

const NAMES = {
  "+1": "👍", "-1": "👎", alarm_clock: "⏰", arrow_right: "➡️", arrows_counterclockwise: "🔄", bangbang: "‼️", bar_chart: "📊",
  bell: "🔔", black_circle: "⚫", books: "📚", boom: "💥", bulb: "💡", calendar: "📆", clipboard: "📋", clock1: "🕐",
  closed_lock_with_key: "🔐", computer: "💻", construction: "🚧", cop: "👮", crossed_fingers: "🤞", desktop_computer: "🖥️",
  detective: "🕵️", electric_plug: "🔌", exclamation: "❗", eyes: "👀", file_folder: "📁", fire: "🔥", gear: "⚙️",
  ghost: "👻", globe_with_meridians: "🌐", green_circle: "🟢", grey_exclamation: "❕", grey_question: "❔",
  hammer_and_wrench: "🛠️", hand: "✋", heart: "❤️", heavy_check_mark: "✔️", heavy_minus_sign: "➖", hourglass: "⌛",
  hourglass_flowing_sand: "⏳", house: "🏠", information_source: "ℹ️", key: "🔑", large_blue_circle: "🔵",
  large_green_circle: "🟢", large_orange_circle: "🟠", large_red_circle: "🔴", large_yellow_circle: "🟡", link: "🔗",
  lock: "🔒", mag: "🔍", mega: "📣", memo: "📝", mute: "🔇", muscle: "💪", negative_squared_cross_mark: "❎", no_bell: "🔕",
  no_entry: "⛔", no_entry_sign: "🚫", octagonal_sign: "🛑", ok: "🆗", ok_hand: "👌", package: "📦", paperclip: "📎",
  partying_face: "🥳", pencil2: "✏️", penguin: "🐧", point_right: "👉", pray: "🙏", pushpin: "📌", question: "❓",
  raised_hand: "✋", red_circle: "🔴", repeat: "🔁", robot_face: "🤖", rocket: "🚀", rotating_light: "🚨", ring_buoy: "🛟",
  satellite_antenna: "📡", scroll: "📜", see_no_evil: "🙈", shield: "🛡️", skull: "💀", sleeping: "😴", slightly_smiling_face: "🙂",
  smile: "😄", sos: "🆘", sparkles: "✨", speech_balloon: "💬", spiral_note_pad: "🗒️", stop_sign: "🛑", stopwatch: "⏱️",
  tada: "🎉", thinking_face: "🤔", thumbsdown: "👎", thumbsup: "👍", timer_clock: "⏲️", toolbox: "🧰", unlock: "🔓",
  wave: "👋", warning: "⚠️", wastebasket: "🗑️", watch: "⌚", white_check_mark: "✅", white_circle: "⚪", window: "🪟",
  wrench: "🔧", x: "❌", zap: "⚡", zzz: "💤",
};

export const SHORT_NAME = /:([a-z0-9_+'-]+):/g;

/** The character of a short name, or nothing. */
export const emojiOf = name => (Object.hasOwn(NAMES, name) ? NAMES[name] : undefined);

/** Plain text with its short names turned into characters. */
export const withEmoji = text => text.replace(SHORT_NAME, (whole, name) => emojiOf(name) ?? whole);
