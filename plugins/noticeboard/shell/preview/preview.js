// The preview in the browser: reloads the page when a build has changed it, and shows problems on top of it.
// Every word comes from the server, in the editor's language, and is put in as text.
"use strict";

(() => {
  const own = document.currentScript;
  const waiting = document.querySelector("[data-waiting]");
  const CLOSED = "noticeboard-preview-closed";

  const made = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  // A shadow tree, so that neither the theme nor the preview changes how the other looks.
  const host = made("noticeboard-preview");
  const style = made("link", { rel: "stylesheet", href: new URL("preview.css", own.src).href });
  const status = made("p", { id: "status" });
  status.setAttribute("role", "status");
  const toggle = made("button", { id: "toggle", type: "button", hidden: true });
  toggle.setAttribute("aria-controls", "panel");
  const close = made("button", { id: "close", type: "button" });
  const kept = made("p", { id: "kept" });
  const title = made("h2", { id: "title" });
  const list = made("ol", { id: "list" });
  const panel = made("section", { id: "panel", hidden: true, tabIndex: 0 }, made("header", {}, title, close), kept, list);
  panel.setAttribute("aria-labelledby", "title");
  const compare = made("a", { id: "compare", hidden: !own.dataset.comparison });
  compare.href = own.dataset.comparison ?? "";
  host.attachShadow({ mode: "open" }).append(style, panel, compare, toggle, status);

  let report = null;

  const open = (wanted) => {
    panel.hidden = !wanted;
    toggle.setAttribute("aria-expanded", String(wanted));
  };

  const entry = (problem) => {
    const where = `${problem.path}:${problem.line}:${problem.column}`;
    const item = made(
      "li",
      { className: problem.severity },
      made("p", { className: "where" }, made("code", {}, where), " ", made("strong", {}, problem.label)),
      made("p", {}, `${problem.what} ${problem.todo}`.trim(), " ", made("code", { className: "name" }, problem.name)),
    );
    if (problem.excerpt) {
      item.append(made("pre", { tabIndex: 0 }, problem.excerpt));
    }
    return item;
  };

  const remembered = () => {
    try {
      return sessionStorage.getItem(CLOSED);
    } catch {
      return null;
    }
  };

  const remember = (what) => {
    try {
      sessionStorage.setItem(CLOSED, what);
    } catch {
      // Where nothing may be kept, the panel opens again with the next page.
    }
  };

  const fill = () => {
    const { words, problems, errors, summary, lang } = report;
    const key = JSON.stringify(problems);
    host.lang = lang;
    host.dir = "ltr";
    title.textContent = words.title;
    close.textContent = words.close;
    compare.textContent = words.compare;
    kept.textContent = words.kept;
    kept.hidden = errors === 0;
    list.replaceChildren(...problems.map(entry));
    toggle.textContent = summary;
    toggle.hidden = problems.length === 0;
    host.className = errors ? "errors" : "warnings";
    open(errors > 0 && remembered() !== key);
  };

  const fillWaiting = () => {
    document.documentElement.lang = report.lang;
    waiting.textContent = report.errors ? report.words.unbuilt : report.words.building;
  };

  const show = (news) => {
    if (JSON.stringify(news) === JSON.stringify(report)) {
      return;
    }
    report = news;
    fill();
    if (waiting) {
      fillWaiting();
    }
  };

  const shut = () => {
    remember(JSON.stringify(report.problems));
    const inside = host.shadowRoot.activeElement;
    open(false);
    if (inside) {
      toggle.focus();
    }
  };

  // What is said already is not said again: a screen reader would repeat it.
  const say = (words, look) => {
    if (status.textContent !== words) {
      status.textContent = words;
      status.className = look;
    }
  };

  const heard = (state) => {
    if (state.build !== own.dataset.build) {
      location.reload();
      return;
    }
    show(state.report);
    say(state.building ? report.words.running : report.summary, state.building ? "running" : "");
  };

  const lost = () => {
    if (report) {
      say(report.words.ended, "ended");
    }
  };

  // Browsers keep few connections to one server, so that only one tab listens to it: the one that holds the lock. It
  // passes on what it hears, and its last news to whoever asks. When it goes, the next one gets the lock.
  const channel = new BroadcastChannel("noticeboard-preview");
  let last = null;

  const take = (news) => (news.state ? heard(news.state) : lost());

  const tell = (news) => {
    last = news;
    channel.postMessage(news);
    take(news);
  };

  const listen = () => {
    const source = new EventSource(new URL("events", own.src));
    source.onmessage = (event) => tell({ state: JSON.parse(event.data) });
    source.onerror = () => {
      tell({ state: null });
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(listen, 1000);
      }
    };
  };

  channel.onmessage = ({ data }) => {
    if (!data.asked) {
      take(data);
    } else if (last) {
      channel.postMessage(last);
    }
  };

  close.addEventListener("click", shut);
  toggle.addEventListener("click", () => (panel.hidden ? open(true) : shut()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !panel.hidden) {
      shut();
    }
  });
  document.body.append(host);
  channel.postMessage({ asked: true });
  navigator.locks.request("noticeboard-preview", () => {
    listen();
    return new Promise(() => {});
  });
})();
