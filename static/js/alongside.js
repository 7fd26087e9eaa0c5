/* Small things that make pages kinder. Every page works without this file. */
(() => {
  "use strict";

  /* What this file says, in the language of the page. */
  const said = (name) => document.getElementById("script-words")?.dataset[name] || "";

  /* Leave this page: at once, before any answer of the server; the server signs out behind our back. */
  const leave = (link) => {
    document.title = "Weather";
    document.body.hidden = true;
    try { fetch(link.getAttribute("ping"), { method: "POST", keepalive: true, redirect: "manual", credentials: "same-origin" }); } catch { /* still leave */ }
    window.location.replace(link.dataset.leaveTo);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-leave-to]");
    if (link) { event.preventDefault(); leave(link); }
  });
  let shifts = [];
  document.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    if (event.key !== "Shift") { shifts = []; return; }
    shifts = shifts.filter((at) => event.timeStamp - at < 3000).concat(event.timeStamp);
    const link = document.querySelector("a[data-leave-to]");
    if (shifts.length >= 3 && link) leave(link);
  });

  /* A page seen while signed in is not shown again from the browser's memory. */
  window.addEventListener("pageshow", (event) => { if (event.persisted && document.body.dataset.signedIn) window.location.reload(); });

  const start = () => {
    const summary = document.querySelector(".error-summary");
    if (summary) {
      summary.focus({ preventScroll: true });
      if (summary.getBoundingClientRect().top > window.innerHeight / 2) summary.scrollIntoView({ block: "start" });
      document.title = `${said("pleaseCheck")} ${document.title}`;
    }
    document.querySelectorAll("form[data-autosave-url]").forEach(keep);
    document.querySelectorAll("form[data-warn-unsaved]").forEach(warn);
  };

  /* What is typed is kept on the server as it is typed, and the page says so. Whatever happens between two key strokes
     (the server dies, somebody signs out in another tab, the phone is put away), it is sent again until it is kept; and
     never into the keeping of somebody else who has signed in here meanwhile. */
  const SAID = { saved: "saved", unreachable: "unreachable", refused: "unreachable", "signed-out": "signedOut", "somebody-else": "somebodyElse" };
  const lineOf = (form) => {
    const line = form.querySelector("[data-autosave-said]") || form.appendChild(document.createElement("p"));
    line.classList.add("autosave");
    const live = line.querySelector("[role=status]") || line.appendChild(document.createElement("span"));
    live.setAttribute("role", "status");
    return { line, live };
  };
  const keep = (form) => {
    const { line, live } = lineOf(form);
    const clock = line.appendChild(document.createElement("span"));
    clock.setAttribute("aria-hidden", "true");
    let timer = null; let savedAt = null; let sending = null; let going = false; let typed = 0;
    let pressed = null; // what was pressed to send it, while it cannot go
    const tell = () => {
      if (!savedAt) return;
      const seconds = Math.round((Date.now() - savedAt) / 10000) * 10;
      clock.textContent = seconds < 10 ? said("justNow") : seconds < 60 ? said("seconds").replace("{n}", seconds) : said("minutes").replace("{n}", Math.floor(seconds / 60));
    };
    /* What is typed, without files: a photo goes once, when the form is sent. */
    const written = () => { const typed = new FormData(form); form.querySelectorAll("input[type=file]").forEach((field) => typed.delete(field.name)); return typed; };
    const post = (rest) => fetch(form.dataset.autosaveUrl, { method: "POST", body: written(), credentials: "same-origin", headers: { "X-Autosave": "1" }, ...rest });
    /* After signing in anew the page's token against forgery is stale: a fresh one, for the same person alone. */
    const renewed = async () => {
      const answer = await fetch(window.location.href, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const token = page.querySelector("[name=csrfmiddlewaretoken]");
      if (answer.redirected) return "signed-out";
      if (page.body.dataset.signedIn !== document.body.dataset.signedIn) return "somebody-else";
      if (!answer.ok || !token) return "refused";
      document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => { field.value = token.value; });
      return "";
    };
    const once = async () => {
      let answer = await post({});
      if (answer.status === 403) {
        const why = await renewed();
        if (why) return why;
        answer = await post({});
      }
      return answer.redirected ? "signed-out" : answer.ok ? "saved" : "refused";
    };
    const send = async () => {
      clearTimeout(timer);
      if (sending) await sending;
      const begun = typed;
      sending = once().catch(() => "unreachable");
      const became = await sending;
      sending = null;
      if (going) return became;
      live.textContent = said(pressed && SAID[became] === "unreachable" ? "waiting" : SAID[became]);
      savedAt = became === "saved" ? Date.now() : null;
      clock.textContent = "";
      tell();
      if (became === "saved" && typed === begun) form.dataset.unsaved = "";
      if (became !== "saved") timer = setTimeout(again, became === "somebody-else" ? 60000 : 5000);
      return became;
    };
    /* Tried again by the clock or as soon as there is a connection: kept, it goes too if it had been sent. */
    const again = async () => { if (await send() === "saved" && pressed) go(); };
    const go = () => { const button = pressed.button; going = true; pressed = null; form.requestSubmit(button); };
    window.addEventListener("online", () => { if (form.dataset.unsaved === "1" && !sending) again(); });
    /* The last words go out before the page does. */
    const leaving = () => { if (form.dataset.unsaved === "1" && !going) post({ keepalive: true }).catch(() => {}); };
    form.addEventListener("input", () => { typed += 1; form.dataset.unsaved = "1"; clearTimeout(timer); timer = setTimeout(send, 1200); });
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leaving(); });
    window.addEventListener("beforeunload", leaving);
    /* What is not kept yet is kept before the form goes: a sign-in page or a dead server would swallow it. */
    form.addEventListener("submit", async (event) => {
      const unsaved = form.dataset.unsaved === "1" || sending;
      if (going || !unsaved) { going = true; clearTimeout(timer); return; }
      event.preventDefault(); event.stopImmediatePropagation();
      pressed = { button: event.submitter };
      const became = await send();
      if (["saved", "refused"].includes(became)) go();
      else { if (became !== "unreachable") pressed = null; live.scrollIntoView({ block: "center" }); }
    });
    setInterval(tell, 10000);
    warn(form);
  };

  /* Do we answer? Asked without saying who asks. */
  const reachable = () => fetch("/health/live", { cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(8000) }).then((answer) => answer.ok, () => false);

  /* A form of the portal that nobody keeps as it is typed: without a connection it would be gone with the page. So it
     stays where it is, says so, and goes by itself once there is one. */
  const hold = (form) => {
    let waiting = false; let going = false;
    form.addEventListener("submit", async (event) => {
      if (going || form.method !== "post") return;
      event.preventDefault(); event.stopImmediatePropagation();
      if (waiting) return;
      waiting = true;
      while (!(await reachable())) {
        const { live } = lineOf(form);
        live.textContent = said("waiting");
        live.scrollIntoView({ block: "center" });
        await new Promise((done) => { setTimeout(done, 5000); window.addEventListener("online", done, { once: true }); });
      }
      going = true;
      form.requestSubmit(event.submitter);
    });
  };

  /* Ask before what was typed is lost. */
  const warn = (form) => {
    if (document.body.matches(".portal") && !form.dataset.autosaveUrl) hold(form);
    form.addEventListener("input", () => { form.dataset.unsaved = "1"; });
    form.addEventListener("submit", () => { form.dataset.unsaved = ""; });
    window.addEventListener("beforeunload", (event) => { if (form.dataset.unsaved === "1" && !document.body.hidden) event.preventDefault(); });
  };

  /* One press sends once. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || form.dataset.manySends !== undefined || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => { delete form.dataset.sent; }, 4000);
  });

  /* Menus close by Escape and by a press outside. */
  const close = (except) => document.querySelectorAll("details.bar-menu[open]").forEach((menu) => { if (menu !== except) menu.open = false; });
  document.addEventListener("click", (event) => close(event.target.closest("details.bar-menu")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details.bar-menu[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });

  /* A choice that applies itself (filters): the button stays for those without scripts. */
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-apply-on-change]");
    if (form) form.requestSubmit();
  });

  /* The page shown without a connection tries again by itself; the browser keeps it, and nothing of anybody. */
  if (document.body?.matches(".offline")) {
    const retry = async () => { if (await reachable()) window.location.reload(); };
    window.addEventListener("online", retry);
    setInterval(retry, 10000);
  }
  if (document.body?.matches(".portal, .signed-out") && "serviceWorker" in navigator) navigator.serviceWorker.register("/service-worker.js").catch(() => {});

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
