/* A sign-in ends by itself on the server. This page says so a minute before, keeps it going while somebody is here, and
   does not stay readable after it. */
(() => {
  "use strict";
  const WARN = 60; const TELL_EVERY = 60000; const SOON = 15;
  const box = document.querySelector("dialog[data-still-here]");
  const token = JSON.parse(document.body.getAttribute("hx-headers"));
  let timer = null; let told = Date.now();

  /* Seconds left; 0 where the sign-in is over. A server that cannot be reached is asked again soon. */
  const left = async (method) => {
    const answer = await fetch(box.dataset.stillHere, { method, credentials: "same-origin", headers: token });
    if (answer.redirected || answer.status === 403) return 0;
    return answer.ok ? (await answer.json()).left : WARN + SOON;
  };
  const over = () => { document.body.hidden = true; window.location.replace(window.location.pathname + window.location.search); };
  const wait = (seconds) => {
    clearTimeout(timer);
    if (seconds <= 0) { over(); return; }
    const warned = seconds <= WARN;
    if (warned && !box.open) box.showModal();
    if (!warned && box.open) box.close();
    timer = setTimeout(() => ask("GET"), (warned ? seconds : seconds - WARN) * 1000 + 500);
  };
  const ask = (method) => left(method).catch(() => WARN + SOON).then(wait);
  const here = () => { told = Date.now(); ask("POST"); };

  /* The button and the Escape key both close it, and both mean: I am here. */
  box.addEventListener("close", () => { if (Date.now() - told > 1000) here(); });
  /* Whoever reads, types or points is here, also on a page that sends nothing. */
  ["keydown", "pointerdown", "scroll", "input"].forEach((sign) => window.addEventListener(sign, () => {
    if (!box.open && Date.now() - told > TELL_EVERY) here();
  }, { passive: true, capture: true }));
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") ask("GET"); });
  wait(Number(box.dataset.left));
})();
