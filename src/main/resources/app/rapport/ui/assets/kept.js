// What is typed into a form is kept in this browser at once and sent a moment later. What could not be sent waits here, also
// when the page is closed, and is sent when the network is back. Nothing typed is ever replaced: what was written elsewhere
// meanwhile is joined on the server, by each text's base (what stood there when it was last saved) and the form's `revision`.
//
//   its.place    names what is kept in this browser
//   its.sheet    which sheet it is; what was left of another is added to what stands here
//   its.path     where it is sent
//   its.texts    the textareas
//   its.base     the field that carries a text's base
//   its.more     what is sent besides
//   its.answer   the part of an answer that has data-revision, data-saved, and a [data-merged] for each text that was joined
//   its.saved    is told of that part
window.keptTexts = function (form, its) {
  'use strict';
  const texts = its.texts;
  const bases = new Map(texts.map((text) => [text, text.defaultValue]));
  const revision = form.elements.revision;
  const line = document.getElementById('kept');
  const clock = () => new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
  let sending = null;
  let again = false;
  let timer = 0;
  let typed = Date.now();
  let brokenSince = '';

  const isSaved = () => texts.every((text) => text.value === bases.get(text));
  function rebase(text, value) {
    bases.set(text, value);
    const field = form.elements[its.base(text)];
    if (field) field.value = value;
  }

  // ---- kept here ----
  function keep() {
    try {
      localStorage.setItem(its.place, JSON.stringify({
        sheet: its.sheet, revision: revision.value, at: typed, texts: texts.map((text) => [text.name, bases.get(text), text.value]) }));
    } catch (full) {
      say('alert-triangle', 'This browser keeps nothing. Stay on this page until it says Saved.');
    }
  }
  function kept() {
    try { return JSON.parse(localStorage.getItem(its.place)); } catch (none) { return null; }
  }
  function forget() {
    try { localStorage.removeItem(its.place); } catch (none) { /* nothing was kept */ }
  }

  // ---- the line that says where the words are ----
  function say(icon, words) {
    const drawn = document.querySelector('.r-i use').getAttribute('href').replace(/#.*/, '#i-' + icon);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'r-i');
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', drawn);
    svg.append(use);
    line.replaceChildren(svg, document.createTextNode(words));
  }
  function failed(why) {
    brokenSince = brokenSince || clock();
    say('cloud-off', why || 'No connection since ' + brokenSince + '. Kept here, sent later.');
    clearTimeout(timer);
    timer = setTimeout(save, 4000);
    return false;
  }
  const REFUSED = {
    401: 'You are logged out. Kept here: log in again in another window.',
    403: 'You are logged out. Kept here: load this page again.',
    404: 'This sheet is gone. What you wrote is kept here.' };

  // ---- sending ----
  function save() { return post(its.path); }
  function post(where) {
    if (sending) { again = true; return sending.then(() => post(where)); }
    clearTimeout(timer);
    const sent = texts.map((text) => text.value);
    const body = new URLSearchParams(Object.assign({
      _csrf: form.elements._csrf.value, revision: revision.value, typed: String(typed) }, its.more()));
    texts.forEach((text, i) => { body.set(text.name, sent[i]); body.set(its.base(text), bases.get(text)); });
    const patience = new AbortController();
    const end = setTimeout(() => patience.abort(), 10000);
    sending = fetch(where, { method: 'POST', body: body, headers: { 'HX-Request': 'true' }, signal: patience.signal, redirect: 'manual' })
      .then((answer) => {
        if (!answer.ok) return failed(REFUSED[answer.type === 'opaqueredirect' ? 401 : answer.status] || 'Not saved (' + answer.status + '). Kept here, sent later.');
        return answer.text().then((html) => saved(sent, html));
      }, () => failed())
      .finally(() => { clearTimeout(end); sending = null; if (again) { again = false; soon(); } });
    return sending;
  }
  function saved(sent, html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector(its.answer);
    if (!fresh) return failed(REFUSED[401]);
    const merged = new Map(Array.from(fresh.querySelectorAll('[data-merged]'), (one) => [one.dataset.merged, one.value]));
    brokenSince = '';
    let late = false; // somebody typed on in a text that was joined: what came since is joined by the next sending
    texts.forEach((text, i) => {
      if (!merged.has(text.name)) { rebase(text, sent[i]); return; }
      if (text.value !== sent[i]) { rebase(text, sent[i]); late = true; return; }
      const at = text.selectionStart;
      text.value = merged.get(text.name);
      rebase(text, text.value);
      if (document.activeElement === text) text.setSelectionRange(at, at);
    });
    if (late) soon();
    else revision.value = fresh.dataset.revision;
    fresh.querySelectorAll('[data-merged]').forEach((one) => one.remove());
    its.saved(fresh);
    if (!isSaved()) keep();
    else { forget(); say('check', merged.size ? 'Saved ' + fresh.dataset.saved + ', with what was written elsewhere' : 'Saved ' + fresh.dataset.saved); }
    return true;
  }
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(save, 800);
  }

  form.addEventListener('input', (event) => {
    if (texts.includes(event.target)) { typed = Date.now(); keep(); soon(); }
  });
  window.addEventListener('online', save);
  window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

  // ---- what an earlier visit could not send ----
  const left = kept();
  // `plan`, `base` and `text` are how notes were kept before there were other sheets
  const lines = left ? left.texts || [['text', left.base, left.text]] : [];
  const waiting = lines.map(([name, base, value]) => ({ text: texts.find((one) => one.name === name), base: base, value: value }))
    .filter((one) => one.text && one.value !== one.text.value);
  if (waiting.length) {
    const same = (left.sheet || left.plan) === its.sheet;
    typed = left.at || typed;
    if (same) revision.value = left.revision;
    waiting.forEach((one) => {
      if (same) rebase(one.text, one.base);
      one.text.value = same || !one.text.value ? one.value : one.text.value.replace(/\n*$/, '\n') + one.value;
      one.text.readOnly = false;
    });
    save();
  } else if (left) {
    forget();
  }
  return { save: save, post: post, isSaved: isSaved };
};
