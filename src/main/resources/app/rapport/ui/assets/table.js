// The table of a negotiation: weighs the draft as it is written, draws both drawings, shows what others put on the
// table within a second, and keeps an offer that could not be sent in this browser until the network is back.
//
//   data-live    a part of the page that a fresh answer replaces, by its id
//   data-draft   the form of the offer that is being written down
(function () {
  'use strict';
  const table = document.querySelector('[data-table]');
  if (!table) return;
  const home = table.dataset.home;
  const place = 'table:' + table.dataset.member + ':' + home;
  const line = document.getElementById('connection');
  const draft = () => document.querySelector('form[data-draft]');
  const clock = () => new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
  const LOGGED_OUT = 'You are logged out. Kept here: log in again in another window.';
  let brokenSince = '';

  // ---- asking ----
  function ask(path, body) {
    const patience = new AbortController();
    const end = setTimeout(() => patience.abort(), 10000);
    return fetch(home + path, { method: body ? 'POST' : 'GET', body: body, headers: { 'HX-Request': 'true' }, signal: patience.signal, redirect: 'manual' })
      .finally(() => clearTimeout(end));
  }
  function fields(form) {
    const body = new URLSearchParams();
    new FormData(form).forEach((value, name) => body.append(name, value));
    return body;
  }
  const parsed = (html) => new DOMParser().parseFromString(html, 'text/html');

  // ---- a fresh answer takes the place of what is live; nothing moves under a hand ----
  function show(page, alsoDraft) {
    const focused = document.activeElement && document.activeElement.id;
    const fate = Boolean(page.querySelector('form[data-draft]')) !== Boolean(draft()); // it closed, or opened again
    if (alsoDraft || fate) { // first: what is live in it would be taken out of it
      const fresh = page.getElementById('offers');
      if (fresh) document.getElementById('offers').replaceWith(fresh);
    }
    const open = Array.from(document.querySelectorAll('#table details[open], #acts details[open]')).length > 0;
    page.querySelectorAll('[data-live]').forEach((fresh) => {
      const old = document.getElementById(fresh.id);
      if (!old || old.outerHTML === fresh.outerHTML) return;
      if (old.contains(document.activeElement) && old.querySelector('input, textarea')) return;
      if (open && old.querySelector('details[open]')) fresh.querySelectorAll('details').forEach((one, i) => { one.open = old.querySelectorAll('details')[i] && old.querySelectorAll('details')[i].open; });
      old.replaceWith(fresh);
    });
    const again = focused && document.getElementById(focused);
    if (again && document.activeElement !== again) again.focus();
    drawDraft();
  }
  let weighing = 0;
  function weigh() {
    const mine = ++weighing;
    return (draft() ? ask('/draft', fields(draft())) : ask('')).then((answer) => answer.ok ? answer.text() : '')
      .then((html) => { if (html && mine === weighing) show(parsed(html), false); }, () => {});
  }
  document.addEventListener('change', (event) => {
    if (event.target.form && event.target.form === draft() && event.target.tagName === 'SELECT') weigh();
  });

  // ---- one key takes the advice: what to ask for goes into the draft ----
  document.addEventListener('click', (event) => {
    const advice = event.target.closest('[data-ask]');
    const field = advice && document.getElementById(advice.dataset.ask);
    if (!field) return;
    field.value = advice.dataset.option;
    weigh();
    field.focus();
  });

  // ---- what is left of a break ----
  setInterval(() => document.querySelectorAll('[data-until]').forEach((break_) => {
    const left = Math.max(0, Math.round((break_.dataset.until - Date.now()) / 1000));
    break_.lastElementChild.textContent = left ? 'Break, ' + Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0') + ' left' : 'The break is over';
  }), 1000);

  // ---- what others did ----
  const seen = () => { const worths = document.getElementById('worths'); return worths ? worths.dataset.changes : ''; };
  let lively = 0; // where something just happened, more is to come: it is looked for more often
  const pause = () => { lively = Math.max(0, lively - 1); return lively ? 250 : 700; };
  function look() {
    if (document.hidden) { setTimeout(look, 1000); return; }
    ask('/changes').then((answer) => {
      if (answer.ok) return answer.text().then((changes) => { connected(); if (changes !== seen()) { lively = 20; return weigh().then(redraw); } });
      if (answer.type === 'opaqueredirect' || answer.status === 401) say(LOGGED_OUT);
    }).catch(broken).finally(() => setTimeout(look, pause()));
  }
  function say(words) { if (line.textContent !== words) line.textContent = words; }
  function broken() {
    brokenSince = brokenSince || clock();
    say('No connection since ' + brokenSince + '. ' + (kept().length ? kept().length + ' kept here, sent later.' : 'What you record is kept here, sent later.'));
  }
  function connected() {
    if (kept().length && idOf(kept()[0]) !== refused) { send(); return; }
    if (brokenSince) { brokenSince = ''; say(''); }
  }

  // ---- recording; what cannot be sent waits here in its order ----
  function kept() { try { return JSON.parse(localStorage.getItem(place)) || []; } catch (none) { return []; } }
  function keep(all) {
    try { if (all.length) localStorage.setItem(place, JSON.stringify(all)); else localStorage.removeItem(place); }
    catch (full) { say('This browser keeps nothing. Stay on this page until the offer is on the table.'); }
  }
  document.addEventListener('submit', (event) => {
    if (event.target !== draft() || (event.submitter && event.submitter.hasAttribute('formaction'))) return;
    event.preventDefault();
    const body = fields(draft());
    body.set('at', new Date().toISOString());
    keep(kept().concat([body.toString()]));
    send();
  });
  let sending = false;
  function send() {
    const all = kept();
    if (sending || !all.length) return;
    sending = true;
    let sent = false;
    const body = new URLSearchParams(all[0]);
    body.set('_csrf', draft() ? draft().elements._csrf.value : body.get('_csrf'));
    ask('/offers', body).then((answer) => {
      if (answer.status === 409) return answer.text().then((html) => late(idOf(all[0]), parsed(html)));
      if (!answer.ok && answer.status !== 422) { say(answer.status === 404 ? 'This table is gone. Your offer is kept here.' : LOGGED_OUT); return; }
      return answer.text().then((html) => {
        keep(kept().slice(1));
        brokenSince = '';
        sent = answer.ok;
        show(parsed(html), true);
        if (sent) { lively = 20; say('On the table ' + clock() + '.'); redraw(); return; }
        say('Not recorded.'); // the page says why, with the offer still in its form
        const reason = document.querySelector('#reasons input:not([type=hidden])');
        if (reason) reason.focus();
      });
    }).catch(() => { broken(); nextDraft(); }).finally(() => { sending = false; if (sent) send(); });
  }
  // ---- what comes when the table has closed stays here until its writer decides ----
  let refused = '';
  const idOf = (kept_) => new URLSearchParams(kept_).get('offer');
  const drop = (id) => keep(kept().filter((one) => idOf(one) !== id));
  function decide(page) {
    const fresh = page.getElementById('unsent-place');
    if (fresh) document.getElementById('unsent-place').replaceWith(fresh);
  }
  function late(id, page) {
    refused = id;
    brokenSince = '';
    show(page, true);
    decide(page);
    say('The table had closed. Your offer is kept here until you decide.');
  }
  document.addEventListener('submit', (event) => {
    if (!event.target.matches('[data-late]')) return;
    event.preventDefault();
    ask('/late', fields(event.target)).then((answer) => {
      if (!answer.ok) { say('Not kept yet: it is still here.'); return; }
      return answer.text().then((html) => {
        drop(refused);
        refused = '';
        const page = parsed(html);
        show(page, true);
        decide(page);
        say('Kept as a note ' + clock() + '.');
        send();
      });
    }).catch(broken);
  });
  document.addEventListener('click', (event) => {
    const gone = event.target.closest('[data-let-go]');
    if (gone) drop(gone.dataset.letGo); // the link leads on to the table
  });

  // what waits has its own id; the next one needs another
  function nextDraft() {
    const form = draft();
    if (form && kept().some((one) => new URLSearchParams(one).get('offer') === form.elements.offer.value)) form.elements.offer.value = crypto.randomUUID ? crypto.randomUUID() : String(Date.now());
  }
  window.addEventListener('online', send);

  // ---- the drawings ----
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  let plane = null;
  let course = null;
  let data = null;
  function redraw() {
    if (!window.echarts) return Promise.resolve();
    return ask('/plane').then((answer) => answer.ok ? answer.json() : null).then((fresh) => { if (fresh) { data = fresh; draw(); } }, () => {});
  }
  const mark = (ours) => ours
    ? { symbol: 'circle', symbolSize: 11, itemStyle: { color: colour('--r-us'), borderColor: colour('--r-surface'), borderWidth: 1.5 } }
    : { symbol: 'rect', symbolSize: 10, itemStyle: { color: colour('--r-surface'), borderColor: colour('--r-them'), borderWidth: 2 } };
  const letters = () => getComputedStyle(document.body).fontFamily;
  const small = () => ({ color: colour('--r-ink-3'), fontSize: 11, fontFamily: letters() });
  function axis(extra) {
    return Object.assign({ type: 'value', min: 0, max: 100, interval: 25, axisLabel: small(), nameTextStyle: small(),
      splitLine: { show: false }, axisLine: { show: true, lineStyle: { color: colour('--r-line') } }, axisTick: { show: false } }, extra);
  }
  function rule(at, words, alongX, where, align) {
    return Object.assign(alongX ? { xAxis: at } : { yAxis: at }, { label: Object.assign(small(), { formatter: words, position: where, align: align, color: colour('--r-ink-2') }) });
  }
  const rules = (all) => ({ silent: true, symbol: 'none', animation: false, lineStyle: { color: colour('--r-ink-3'), type: 'dashed', width: 1 }, data: all });
  function path(ours, offers, point, where) {
    const all = offers.filter((one) => one.ours === ours);
    return Object.assign({ type: 'line', lineStyle: { color: colour(ours ? '--r-us' : '--r-them'), width: 2 }, silent: true,
      data: all.map((one, i) => ({ value: point(one), label: { show: i === all.length - 1 || i === 0, formatter: one.name, position: where[ours ? 0 : 1], color: colour(ours ? '--r-us' : '--r-them'), fontSize: 11, fontFamily: letters(), fontWeight: 600 } })) }, mark(ours));
  }
  function drawn(id) {
    const chart = window.echarts.init(document.getElementById(id), null, { renderer: 'canvas' });
    new ResizeObserver(() => chart.resize()).observe(document.getElementById(id));
    return chart;
  }
  function draw() {
    plane = plane || drawn('plane');
    course = course || drawn('course');
    drawPlane();
    drawCourse();
  }
  function drawPlane() {
    const limits = [];
    if (data.walkAway !== null) limits.push(rule(data.walkAway, 'walk-away', true, 'end', 'right'));
    if (data.aim !== null) limits.push(rule(data.aim, 'aim', true, 'end', 'left'));
    if (data.leaving) limits.push(rule((data.leaving[0] + data.leaving[1]) / 2, 'their walk-away, a guess', false, 'insideStartTop'));
    const series = [
      { type: 'line', data: data.edge, symbol: 'none', silent: true, lineStyle: { color: colour('--r-ink-3'), width: 1.5 }, markLine: rules(limits) },
      { type: 'line', data: data.zone, symbol: 'none', silent: true, lineStyle: { width: 0 }, areaStyle: { color: colour('--r-delighted'), opacity: 0.16, origin: data.leaving ? (data.leaving[0] + data.leaving[1]) / 2 : 'start' } },
      path(true, data.offers, (one) => [one.worth, one.likely], ['left', 'right']),
      path(false, data.offers, (one) => [one.worth, one.likely], ['left', 'right']) ];
    if (data.fair) series.push({ type: 'scatter', data: [data.fair], symbol: 'diamond', symbolSize: 12, silent: true, itemStyle: { color: colour('--r-ink-2') } });
    series.push({ id: 'draft-range', type: 'line', data: [], symbol: 'none', silent: true, lineStyle: { color: colour('--r-us'), width: 3, opacity: 0.4 } });
    series.push({ id: 'draft', type: 'scatter', data: [], symbol: 'circle', symbolSize: 12, silent: true, itemStyle: { color: colour('--r-surface'), borderColor: colour('--r-us'), borderWidth: 2.5 } });
    plane.setOption({ animation: false, grid: { left: 44, right: 16, top: 20, bottom: 40 }, xAxis: axis({ name: 'worth to you', nameLocation: 'middle', nameGap: 24 }), yAxis: axis({ name: 'probable worth to them', nameLocation: 'middle', nameGap: 28 }), series: series }, true);
    drawDraft();
  }
  function drawDraft() {
    const worths = document.getElementById('worths');
    if (!plane || !worths) return;
    const at = worths.dataset;
    const some = 'ours' in at; // a table that closed has no draft
    plane.setOption({ series: [{ id: 'draft-range', data: some ? [[+at.ours, +at.low], [+at.ours, +at.high]] : [] }, { id: 'draft', data: some ? [[+at.ours, +at.likely]] : [] }] });
  }
  function drawCourse() {
    const limits = [];
    if (data.walkAway !== null) limits.push(rule(data.walkAway, 'walk-away', false, 'insideStartTop'));
    if (data.aim !== null) limits.push(rule(data.aim, 'aim', false, 'insideStartTop'));
    const step = (ours) => Object.assign(path(ours, data.offers, (one) => [one.at, one.worth], ['top', 'top']), { step: 'end' });
    const first = step(true);
    first.markLine = rules(limits);
    course.setOption({ animation: false, grid: { left: 36, right: 40, top: 24, bottom: 24 }, yAxis: axis({ interval: 50 }),
      xAxis: axis({ type: 'time', min: null, interval: null, max: data.endsOn && data.offers.length && data.endsOn > data.offers[data.offers.length - 1].at ? data.endsOn : null, axisLabel: Object.assign(small(), { hideOverlap: true }) }),
      series: [first, step(false)] }, true);
  }

  redraw();
  send();
  setTimeout(look, 700);
})();
