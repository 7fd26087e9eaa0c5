{% autoescape off %}/* Keeps the looks of the portal and one page that is the same for everybody. No page of anybody is ever kept here:
   nothing is put into the cache but what is named below, and it is asked for without saying who asks. */
"use strict";
const NAME = "kept-{{ version }}";
const OFFLINE = "{% url 'offline_show' %}";
const EXIT = "{% url 'exit_now' %}";
const ELSEWHERE = "{{ elsewhere }}";
const KEPT = [OFFLINE{% for address in kept %}, "{{ address }}"{% endfor %}];
const AS_KEPT = { ignoreVary: true, cacheName: NAME };

const keep = async () => {
  const cache = await caches.open(NAME);
  await Promise.all(KEPT.map(async (address) => {
    const answer = await fetch(address, { credentials: "omit", cache: "reload" });
    if (answer.ok && !answer.redirected) await cache.put(address, answer);
  }));
};
self.addEventListener("install", (event) => { self.skipWaiting(); event.waitUntil(keep()); });

const tidy = async () => {
  for (const name of await caches.keys()) if (name !== NAME) await caches.delete(name);
  await self.clients.claim();
};
self.addEventListener("activate", (event) => event.waitUntil(tidy()));

/* A name with a digest in it never changes what it holds. */
const fromKept = async (request) => {
  const kept = await caches.match(request, AS_KEPT);
  if (kept && /\.[0-9a-f]{12}\.\w+$/.test(request.url)) return kept;
  return fetch(request).catch(() => kept || Response.error());
};
const page = (request) => fetch(request).catch(async () => (await caches.match(OFFLINE, AS_KEPT)) || Response.error());

/* Away at once, also when the server does not answer; the signing out goes on behind. */
const leave = (event) => {
  event.waitUntil(fetch(event.request.url, { credentials: "same-origin", redirect: "manual", keepalive: true }).catch(() => {}));
  event.respondWith(Response.redirect(ELSEWHERE, 302));
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const at = new URL(request.url);
  if (request.method !== "GET" || at.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (at.pathname === EXIT) leave(event); else event.respondWith(page(request));
  } else if (KEPT.includes(at.pathname)) event.respondWith(fromKept(request));
});
{% endautoescape %}
