// The sheet of a talk: what is typed is kept in this browser at once and sent a moment later. What could not be
// sent waits here, also when the page is closed, and is sent when the network is back. Nothing typed is ever
// replaced: what somebody else wrote meanwhile is joined on the server (fields `base` and `revision`).
(function () {
  'use strict';
  const form = document.querySelector('form[data-talk]');
  if (!form) return;
  const notes = form.elements.text;
  const base = form.elements.base;
  const revision = form.elements.revision;
  const line = document.getElementById('kept');
  const place = 'talk:' + form.dataset.member + ':' + form.elements.person.value;
  const plan = '/calls/' + form.dataset.plan;
  const clock = () => new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
  let sending = null;
  let again = false;
  let timer = 0;
  let typed = Date.now();
  let brokenSince = '';

  // ---- kept here ----
  function keep() {
    try {
      localStorage.setItem(place, JSON.stringify({
        plan: form.dataset.plan, base: base.value, revision: revision.value, text: notes.value, at: typed }));
    } catch (full) {
      say('alert-triangle', 'This browser keeps nothing. Stay on this page until it says Saved.');
    }
  }
  function kept() {
    try { return JSON.parse(localStorage.getItem(place)); } catch (none) { return null; }
  }
  function forget() {
    try { localStorage.removeItem(place); } catch (none) { /* nothing was kept */ }
  }

  // ---- the line that says where the notes are ----
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
  }
  const REFUSED = {
    401: 'You are logged out. Kept here: log in again in another window.',
    403: 'You are logged out. Kept here: load this page again.',
    404: 'This talk is gone. Your notes are kept here.' };

  // ---- sending ----
  function save() { return post(plan + '/notes'); }
  function post(where) {
    if (sending) { again = true; return sending.then(() => post(where)); }
    clearTimeout(timer);
    const text = notes.value;
    const body = new URLSearchParams({
      _csrf: form.elements._csrf.value, person: form.elements.person.value, meeting: form.elements.meeting.value,
      base: base.value, revision: revision.value, text: text, typed: String(typed) });
    const patience = new AbortController();
    const end = setTimeout(() => patience.abort(), 10000);
    sending = fetch(where, { method: 'POST', body: body, headers: { 'HX-Request': 'true' }, signal: patience.signal, redirect: 'manual' })
      .then((answer) => {
        if (!answer.ok) { failed(REFUSED[answer.type === 'opaqueredirect' ? 401 : answer.status] || 'Not saved (' + answer.status + '). Kept here, sent later.'); return false; }
        return answer.text().then((html) => { saved(text, html); return true; });
      }, () => { failed(); return false; })
      .finally(() => { clearTimeout(end); sending = null; if (again) { again = false; soon(); } });
    return sending;
  }
  function saved(text, html) {
    const found = document.getElementById('found');
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-found]');
    if (!fresh) { failed(REFUSED[401]); return; }
    const merged = fresh.querySelector('[data-merged]');
    brokenSince = '';
    if (!merged) {
      base.value = text;
      revision.value = fresh.dataset.revision;
    } else if (notes.value === text) {
      const at = notes.selectionStart;
      notes.value = base.value = merged.value;
      notes.setSelectionRange(at, at);
      revision.value = fresh.dataset.revision;
    } else {
      base.value = text; // what came since is joined with theirs by the next sending
      soon();
    }
    if (merged) merged.remove();
    found.replaceChildren(fresh);
    fill(fresh.dataset);
    if (notes.value === base.value) { forget(); say('check', merged ? 'Saved ' + fresh.dataset.saved + ', with what was written elsewhere' : 'Saved ' + fresh.dataset.saved); }
    else keep();
  }
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(save, 800);
  }

  // ---- the log fills itself, where nobody typed ----
  function fill(found) {
    form.querySelectorAll('[data-fills]').forEach((field) => {
      if (!field.dataset.touched && !notes.readOnly) field.value = found[field.dataset.fills] || '';
    });
    const asked = found.asked.split(',');
    document.querySelectorAll('[data-question]').forEach((question, i) => {
      const done = asked.includes(String(i));
      const use = question.querySelector('use');
      question.classList.toggle('is-done', done);
      use.setAttribute('href', use.getAttribute('href').replace(/#.*/, done ? '#i-check' : '#i-circle-dashed'));
      question.querySelector('.visually-hidden').textContent = done ? ' asked' : '';
    });
    const moods = Array.from(form.elements.mood);
    if (found.mood && !moods.some((mood) => mood.dataset.touched || mood.checked))
      moods.filter((mood) => mood.value === found.mood).forEach((mood) => { mood.checked = true; });
  }
  form.addEventListener('input', (event) => {
    if (event.target === notes) { typed = Date.now(); keep(); soon(); }
    else event.target.dataset.touched = 'yes';
  });

  // ---- one key accepts: with Alt while writing, alone elsewhere ----
  form.addEventListener('click', (event) => {
    const button = event.target.closest('[data-found-do]');
    if (!button) return;
    event.preventDefault();
    const key = button.dataset.accept;
    post(button.getAttribute('formaction')).then(() => {
      if (document.activeElement === document.body && key) {
        const next = form.querySelector('[data-accept]');
        (next || form.querySelector('#log button[type=submit]')).focus();
      }
    });
  });
  document.addEventListener('keydown', (event) => {
    const digit = /^Digit([1-9])$/.exec(event.code || '');
    if (event.target === notes && event.key === 'Escape') { notes.blur(); return; }
    if (!digit || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const writing = /^(TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.matches('input:not([type=radio])');
    if (event.altKey ? false : writing || document.documentElement.dataset.keys === 'off') return;
    const button = form.querySelector('[data-accept="' + digit[1] + '"]');
    if (!button) return;
    event.preventDefault();
    button.click();
  });

  // ---- saving the talk goes the same way first: a page that cannot be reached must not take the place of this one ----
  let logging = false;
  form.addEventListener('submit', (event) => {
    if (logging || (event.submitter && event.submitter.hasAttribute('form'))) return;
    event.preventDefault();
    const goes = !event.submitter || !event.submitter.hasAttribute('formaction');
    save().then((ok) => {
      if (!ok || !goes || notes.value !== base.value) return;
      logging = true;
      form.submit();
    });
  });

  window.addEventListener('online', save);
  window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

  // ---- what an earlier visit could not send ----
  const left = kept();
  if (left && left.text !== notes.value) {
    typed = left.at || typed;
    if (left.plan === form.dataset.plan) {
      base.value = left.base;
      revision.value = left.revision;
      notes.value = left.text;
    } else {
      notes.value = notes.value ? notes.value.replace(/\n*$/, '\n') + left.text : left.text;
    }
    notes.readOnly = false;
    save();
  } else if (left) {
    forget();
  }
  if (document.activeElement === notes) notes.setSelectionRange(notes.value.length, notes.value.length);
})();
