/* Small things that make pages kinder. Every page works without this file. */
(() => {
  "use strict";

  /* Leave this page: at once, before any answer of the server; the server signs out behind our back. */
  const leave = (link) => {
    document.title = "Weather";
    document.body.hidden = true;
    try { fetch(link.href, { method: "GET", keepalive: true, redirect: "manual", credentials: "same-origin" }); } catch { /* still leave */ }
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
      document.title = "Please check: " + document.title;
    }
    document.querySelectorAll("form[data-autosave-url]").forEach(keep);
    document.querySelectorAll("form[data-warn-unsaved]").forEach(warn);
  };

  /* What is typed is kept on the server as it is typed, and the page says so. */
  const keep = (form) => {
    const said = form.querySelector("[data-autosave-said]") || form.appendChild(document.createElement("p"));
    said.classList.add("autosave");
    const live = said.appendChild(document.createElement("span"));
    const clock = said.appendChild(document.createElement("span"));
    live.setAttribute("role", "status");
    clock.setAttribute("aria-hidden", "true");
    let timer = null; let savedAt = null; let sending = false; let again = false;
    const tell = () => {
      if (!savedAt) return;
      const seconds = Math.round((Date.now() - savedAt) / 10000) * 10;
      clock.textContent = seconds < 10 ? "just now" : seconds < 60 ? `${seconds} s ago` : `${Math.floor(seconds / 60)} min ago`;
    };
    const send = async () => {
      if (sending) { again = true; return; }
      sending = true;
      try {
        const answer = await fetch(form.dataset.autosaveUrl, { method: "POST", body: new FormData(form), credentials: "same-origin", headers: { "X-Autosave": "1" } });
        if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
        savedAt = Date.now(); form.dataset.unsaved = ""; live.textContent = "Saved"; tell();
      } catch {
        live.textContent = "Not saved yet. We will try again."; clock.textContent = ""; savedAt = null;
        timer = setTimeout(send, 10000);
      }
      sending = false;
      if (again) { again = false; send(); }
    };
    form.addEventListener("input", () => { form.dataset.unsaved = "1"; clearTimeout(timer); timer = setTimeout(send, 1200); });
    form.addEventListener("submit", () => clearTimeout(timer));
    setInterval(tell, 10000);
    warn(form);
  };

  /* Ask before what was typed is lost. */
  const warn = (form) => {
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

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
