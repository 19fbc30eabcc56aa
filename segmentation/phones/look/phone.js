// Keeps the page fresh, and keeps what you wrote until it has been sent: once, however bad the connection.
"use strict";
(() => {
  const room = document.getElementById("room");
  const base = `/room/${room.dataset.code}`;
  const words = document.getElementById("words").dataset;
  const status = document.getElementById("status");
  const timer = document.getElementById("timer");
  const form = document.getElementById("note");
  const shelf = `klantbeeld.${room.dataset.code}`;
  let version = room.dataset.version;
  let ends = room.dataset.ends === "" ? null : Date.now() + 1000 * Number(room.dataset.ends);
  let sending = false;
  let waiting = false;
  let over = false;
  let silence;

  const say = (text, stay) => {
    status.textContent = text;
    clearTimeout(silence);
    if (!stay) silence = setTimeout(() => { status.textContent = ""; }, 4000);
  };
  const queue = () => { try { return JSON.parse(localStorage.getItem(shelf)) || []; } catch { return []; } };
  const keep = (posts) => { try { localStorage.setItem(shelf, JSON.stringify(posts)); } catch { /* private mode: it still goes out now */ } };
  const name = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  const post = (path, fields) => fetch(base + path, {
    method: "POST", headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields), signal: AbortSignal.timeout ? AbortSignal.timeout(8000) : undefined,
  });

  // One at a time, in order; what got no answer stays in the queue under the same id.
  const send = async () => {
    if (sending) return;
    sending = true;
    try {
      for (let posts = queue(); posts.length; posts = queue()) {
        const answer = await post(posts[0].path, posts[0].fields);
        if (answer.status === 429 || answer.status >= 500) throw new Error("later");
        keep(queue().slice(1));
        if (!answer.ok) {
          const told = await answer.json().catch(() => ({}));
          say(told.message || words.refused);
        } else if (posts[0].path === "/notes") say(waiting ? words.back : words.sent);
        if (!queue().length) waiting = false;
      }
    } catch { waiting = true; say(words.waiting, true); } finally { sending = false; }
    refresh();
  };
  const put = (path, fields) => { keep([...queue(), { path, fields }]); return send(); };

  // The room is gone and its server goes too: say so here, for there is no page left to go to.
  const goodbye = () => {
    over = true;
    ends = null;
    const told = document.createElement("h1");
    told.textContent = words.closed;
    document.querySelector("main").replaceChildren(told);
    status.textContent = "";
  };

  const refresh = async () => {
    if (over) return;
    try {
      const answer = await fetch(`${base}/state?v=${version}`, { headers: { accept: "application/json" } });
      if (answer.status === 404) { goodbye(); return; }
      if (answer.status === 403) { location.assign(base); return; }
      if (queue().length && !sending) send();
      if (answer.status !== 200) return;
      const now = await answer.json();
      version = String(now.version);
      ends = now.ends === null ? null : Date.now() + 1000 * now.ends;
      if (now.segment !== form.elements.segment.value) { location.reload(); return; }
      const open = document.querySelector("#persona details")?.open;
      const focused = document.activeElement?.closest("button.dot")?.value;
      for (const part of ["guide", "persona", "board"]) {
        const place = document.getElementById(part);
        if (place.innerHTML !== now[part]) place.innerHTML = now[part];
      }
      if (open) document.querySelector("#persona details").open = true;
      if (focused) document.querySelector(`button.dot[value="${focused}"]`)?.focus();
      form.hidden = !now.form;
    } catch { /* no connection: the next turn tries again */ }
  };

  document.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.target));
    if (event.target === form) {
      if (!fields.text.trim()) return;
      put("/notes", { ...fields, note: name() });
      form.elements.text.value = "";
      form.elements.text.focus();
    } else if (event.submitter) {
      const on = event.submitter.getAttribute("aria-pressed") !== "true";
      event.submitter.setAttribute("aria-pressed", String(on));
      put("/votes", { token: fields.token, note: event.submitter.value, on: on ? "1" : "0" });
    }
  });

  const ask = () => { document.getElementById("question").textContent = form.elements.field.selectedOptions[0]?.dataset.question || ""; };
  form.elements.field.addEventListener("change", ask);
  ask();

  setInterval(() => {
    if (ends === null) { timer.textContent = ""; return; }
    const left = Math.max(0, Math.round((ends - Date.now()) / 1000));
    timer.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    timer.classList.toggle("late", left < 30);
  }, 500);
  setInterval(() => { if (!document.hidden) refresh(); }, 2000 + Math.random() * 500);
  addEventListener("online", () => { send(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
  if (queue().length) send();
})();
