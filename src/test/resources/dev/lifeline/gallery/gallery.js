// Draws golden messages and forms with the components of the fake Slack's page, and leaves a document without scripts.
async files => {
  const { h, render } = await import("/page/preact.mjs");
  const { Blocks } = await import("/page/blocks.js");
  const { Surface, Workspace } = await import("/page/contexts.js");
  const { workspaceOf } = await import("/page/users.js");
  const { readWorld } = await import("/page/sandboxapi.js");
  const { plain } = await import("/page/text.js");

  const surface = { press: async () => true, ask: async () => [], values: new Map(), errors: {} };
  const workspace = workspaceOf(await readWorld(), "asha");
  const draw = ({ piece }) => [
    piece.title && h("h4", null, plain(piece.title)),
    h(Blocks, { blocks: piece.blocks }),
    piece.submit && h("p", { class: "dialog-buttons" }, h("span", { class: "button" }, plain(piece.close)), h("span", { class: "button button-primary" }, plain(piece.submit))),
    piece.text && h("p", { class: "quiet" }, piece.text),
  ];
  const section = file => {
    const pieces = file.lines.map(line => JSON.parse(line));
    return h(
      "section",
      { id: file.title, lang: file.language },
      h("h2", null, `${file.title} (${pieces.length})`),
      pieces.map(one => h("article", null, h("h3", null, one.name), draw(one))),
    );
  };

  const styles = await Promise.all([...document.querySelectorAll("link[rel=stylesheet]")].map(async link => (await fetch(link.href)).text()));
  document.head.replaceChildren();
  document.title = "Gallery of messages and forms";
  const style = document.createElement("style");
  style.textContent = `${styles.join("\n")}
    html, body { height: auto; overflow: auto; }
    #gallery { padding: 8px; }
    #gallery nav { display: flex; flex-wrap: wrap; gap: 12px; }
    #gallery section { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(360px, 100%), 1fr)); gap: 12px; }
    #gallery h2 { grid-column: 1 / -1; padding-top: 20px; }
    #gallery h3 { font-size: 12.5px; color: var(--quiet); overflow-wrap: anywhere; }
    #gallery article { min-width: 0; border: 1px solid var(--line); border-radius: 8px; padding: 10px; display: flex; flex-direction: column; gap: 8px; }
    #gallery .quiet { overflow-wrap: anywhere; }`;
  const meta = document.createElement("meta");
  meta.setAttribute("charset", "utf-8");
  document.head.append(meta, style);
  const main = document.createElement("main");
  main.id = "gallery";
  document.body.replaceChildren(main);
  const contents = h("nav", null, files.map(file => h("a", { href: `#${file.title}` }, file.title)));
  render(
    h(Workspace.Provider, { value: workspace }, h(Surface.Provider, { value: surface }, h("h1", null, document.title), contents, files.map(section))),
    main,
  );
  return [...document.querySelectorAll("article")]
    .filter(article => article.scrollWidth > article.clientWidth + 1)
    .map(article => `${article.parentElement.id}: ${article.querySelector("h3").textContent}`);
}
