// Rapport's own script. Pages work without it; it adds keys, the palette and the drawer.
//
//   data-key="e"        this button or link answers to the key E, in the item at hand first
//   data-item           one step of J and K (the element itself takes the focus)
//   data-go="t"         G then T goes here
//   data-opens="id"     opens that <dialog>
//   data-copy="text"    copies that text
//   data-search         "/" goes to this field
//   data-print          prints the page
//   data-tick           chooses this row of a list; X or Space in the row
//   data-column="value" of a board: a card with draggable="true" that is let go there presses its own button of that value
//   data-sheet          a table of fields: Enter and arrows go from row to row, Enter on the last adds one (not with data-fixed)
(function () {
  'use strict';
  const $ = (selector, from) => (from || document).querySelector(selector);
  const $$ = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const shown = (element) => element.offsetParent !== null || element.getClientRects().length > 0;
  const root = document.documentElement;

  // ---- dialogs: the palette and the list of keys ----
  function openDialog(id) {
    const dialog = document.getElementById(id);
    if (!dialog || !dialog.showModal) return false;
    if (!dialog.open) dialog.showModal();
    const field = $('input', dialog);
    if (field) field.select();
    return true;
  }
  function openPalette() {
    if (openDialog('palette')) {
      const field = $('#palette input');
      htmx.trigger(field, 'find');
      return true;
    }
    return false;
  }

  // ---- the drawer: evidence beside the page ----
  let opener = null;
  const drawer = () => document.getElementById('drawer');
  function closeDrawer() {
    const panel = drawer();
    if (!panel || !panel.classList.contains('is-open')) return false;
    panel.classList.remove('is-open');
    panel.replaceChildren();
    if (opener && opener.isConnected) opener.focus();
    opener = null;
    return true;
  }
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.detail.target && event.detail.target.id === 'drawer' && !drawer().contains(event.detail.elt)) {
      opener = event.detail.elt;
    }
  });
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target.id === 'drawer') {
      event.detail.target.classList.add('is-open');
      event.detail.target.focus();
    }
    if (event.detail.target.id === 'pal-list') choose(0);
  });

  // ---- the palette's list: arrows choose, Enter opens ----
  const options = () => $$('#pal-list [role=option]');
  function choose(index) {
    const all = options();
    const field = $('#palette input');
    if (!field) return;
    all.forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    field.setAttribute('aria-expanded', String(all.length > 0));
    if (all[index]) {
      field.setAttribute('aria-activedescendant', all[index].id);
      all[index].scrollIntoView({ block: 'nearest' });
    } else {
      field.removeAttribute('aria-activedescendant');
    }
  }
  function inPalette(event) {
    const all = options();
    const at = all.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown') choose(Math.min(at + 1, all.length - 1));
    else if (event.key === 'ArrowUp') choose(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && all[at]) {
      if (event.ctrlKey || event.metaKey) window.open(all[at].href, '_blank', 'noopener');
      else all[at].click();
    } else return;
    event.preventDefault();
  }

  // ---- single keys ----
  const typing = (element) =>
    element && (element.isContentEditable || /^(TEXTAREA|SELECT)$/.test(element.tagName) ||
      (element.tagName === 'INPUT' && !/^(checkbox|radio|button|submit|file|range)$/.test(element.type)));
  const items = () => $$('[data-item]').filter(shown);
  function step(by) {
    const all = items();
    if (!all.length) return;
    const at = all.findIndex((item) => item === document.activeElement || (item.closest('details,tr,li') || item).contains(document.activeElement));
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  }
  function keyed(key) {
    const here = document.activeElement && document.activeElement.closest('[data-around]');
    const open = $('details[open][data-around]');
    for (const place of [here, open, document]) {
      if (!place) continue;
      const found = $$('[data-key="' + CSS.escape(key) + '"]', place).find(shown);
      if (found) return found;
    }
    return null;
  }
  // Space belongs to whatever else can be pressed; on a row's link it would only scroll
  function tickHere(key) {
    const at = document.activeElement;
    const row = at && at.closest('tr');
    const tick = row && $('[data-tick]', row);
    if (!tick || (key === ' ' && !at.matches('[data-item]'))) return false;
    tick.click();
    return true;
  }
  let going = 0;
  function single(event) {
    const key = event.key.toLowerCase();
    if (Date.now() - going < 1500) {
      going = 0;
      const link = $('[data-go="' + CSS.escape(key) + '"]');
      if (link) { event.preventDefault(); link.click(); }
      return;
    }
    if (key === 'g') { going = Date.now(); return; }
    if (key === 'j' || key === 'k') { event.preventDefault(); step(key === 'j' ? 1 : -1); return; }
    if (key === '?') { event.preventDefault(); openDialog('keys'); return; }
    if (key === '/') {
      const field = $$('[data-search]').find(shown);
      if (field) { event.preventDefault(); field.focus(); field.select(); }
      else if (openPalette()) event.preventDefault();
      return;
    }
    if ((key === 'x' || key === ' ') && tickHere(key)) { event.preventDefault(); return; }
    const target = keyed(key);
    if (target) {
      event.preventDefault();
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) target.focus(); else target.click();
    }
  }
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      if (openPalette()) event.preventDefault();
      return;
    }
    if (event.target.closest && event.target.closest('#palette')) { inPalette(event); return; }
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      const form = event.target.closest && event.target.closest('form[data-save]');
      if (form) { event.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (event.key === 'Escape' && !$('dialog[open]')) { if (closeDrawer()) event.preventDefault(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (root.dataset.keys === 'off' || typing(event.target) || $('dialog[open]')) return;
    if (event.key.length === 1) single(event);
  });

  // ---- clicks ----
  document.addEventListener('click', (event) => {
    const at = event.target.closest('[data-opens],[data-closes],[data-copy],[data-print]');
    if (event.target.tagName === 'DIALOG') { event.target.close(); return; }
    if (!at) return;
    if (at.dataset.opens) {
      if (at.dataset.opens === 'palette' ? openPalette() : openDialog(at.dataset.opens)) event.preventDefault();
    } else if (at.hasAttribute('data-print')) {
      window.print();
    } else if (at.dataset.closes === 'drawer') {
      closeDrawer();
      event.preventDefault();
    } else if (at.dataset.closes) {
      at.closest('dialog').close();
    } else {
      navigator.clipboard.writeText(at.dataset.copy).then(() => say('Copied.'));
    }
  });

  // ---- the undo line also carries what the script has to say ----
  function say(words) {
    const line = document.getElementById('undo');
    if (!line) return;
    const text = document.createElement('span'); // an empty line is hidden, text alone does not show it
    text.textContent = words;
    line.replaceChildren(text);
  }
  document.addEventListener('htmx:sendError', () => say('No connection. Nothing was sent.'));
  document.addEventListener('htmx:responseError', (event) => {
    if (event.detail.xhr.status === 401) location.assign('/login');
    else say('This did not work (' + event.detail.xhr.status + '). Nothing was changed.');
  });

  // after an action the focus goes to the item that the answer marks
  document.addEventListener('htmx:afterSettle', () => {
    const next = $('[data-focus-now]');
    if (next) { next.removeAttribute('data-focus-now'); next.focus(); }
  });

  // ---- the set-up asks for the zone that this machine lives in ----
  const zones = $('select[data-zone]');
  if (zones) {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (Array.from(zones.options).some((option) => option.value === here)) zones.value = here;
  }

  // ---- files: where they may be dropped, and how much of them is sent ----
  ['dragenter', 'dragover', 'dragleave', 'drop'].forEach((name) =>
    document.addEventListener(name, (event) => {
      const box = event.target.closest && event.target.closest('.r-drop');
      if (box) box.classList.toggle('is-over', name === 'dragenter' || name === 'dragover');
    }));
  document.addEventListener('htmx:xhr:progress', (event) => {
    const bar = event.target.closest && event.target.closest('form') && $('progress', event.target.closest('form'));
    if (!bar || !event.detail.lengthComputable) return;
    bar.hidden = false;
    bar.value = 100 * event.detail.loaded / event.detail.total;
  });

  // ---- a field that is changed where it stands: open it and type, Escape leaves it as it was ----
  document.addEventListener('toggle', (event) => {
    if (!event.target.matches('.r-inplace') || !event.target.open) return;
    const field = $('input:not([type=hidden]), select, textarea', event.target);
    field.focus();
    if (field.select) field.select();
  }, true);
  document.addEventListener('keydown', (event) => {
    const place = event.key === 'Escape' && event.target.closest && event.target.closest('.r-inplace[open]');
    if (!place) return;
    event.preventDefault();
    $('form', place).reset();
    place.open = false;
    $('summary', place).focus();
  });

  // ---- ticked rows: how many, and all of this page ----
  const ticks = () => $$('[data-tick]');
  function countTicks() {
    const line = $('[data-ticked]');
    if (!line) return;
    const all = ticks();
    const chosen = all.filter((tick) => tick.checked).length;
    const every = $('[data-tick-every]');
    line.textContent = every && every.checked ? 'All that fit' : chosen + ' chosen';
    const page = $('[data-tick-page]');
    if (!page) return;
    page.hidden = false;
    page.checked = chosen > 0 && chosen === all.length;
    page.indeterminate = chosen > 0 && chosen < all.length;
  }
  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-tick-page]')) ticks().forEach((tick) => { tick.checked = event.target.checked; });
    if (event.target.matches('[data-tick],[data-tick-page],[data-tick-every]')) countTicks();
  });
  document.addEventListener('reset', () => setTimeout(countTicks));
  document.addEventListener('htmx:afterSettle', countTicks);
  window.addEventListener('pageshow', countTicks);

  // ---- of many tabs on a narrow screen the present one is in sight ----
  document.querySelectorAll('.r-tabs [aria-current]').forEach((tab) => tab.scrollIntoView({ block: 'nearest', inline: 'nearest' }));

  // ---- what is written into a long form and not saved is asked for before it goes ----
  let unsaved = false;
  const guarded = (event) => event.target instanceof Element && event.target.closest('form[data-guard]');
  document.addEventListener('input', (event) => { if (guarded(event)) unsaved = true; });
  document.addEventListener('submit', (event) => { if (guarded(event)) unsaved = false; });
  window.addEventListener('beforeunload', (event) => { if (unsaved) event.preventDefault(); });

  // ---- sheets: fields in rows, filled in by keyboard ----
  function inSheet(event) {
    const cell = event.target.closest('[data-sheet] td input:not([type=hidden])');
    if (!cell || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!way || (cell.type === 'number' && event.key !== 'Enter')) return;
    event.preventDefault();
    const sheet = cell.closest('[data-sheet]');
    const same = () => $$('td input[name="' + CSS.escape(cell.name) + '"]', sheet);
    const at = same().indexOf(cell) + way;
    if (at === same().length && event.key === 'Enter' && !sheet.hasAttribute('data-fixed')) {
      const row = cell.closest('tr').cloneNode(true);
      $$('input', row).forEach((input) => { input.value = ''; input.removeAttribute('value'); });
      cell.closest('tbody').append(row);
      const first = $('input:not([type=hidden])', row);
      if (first) first.focus();
      return;
    }
    const next = same()[at];
    if (next) { next.focus(); next.select(); }
  }
  document.addEventListener('keydown', inSheet);

  // ---- cards of a board: a hand carries them, and presses the button that keys and thumbs press ----
  let carried = null;
  const near = (element, selector) => element instanceof Element && element.closest(selector);
  function goal(event) {
    const column = carried && near(event.target, '[data-column]');
    const button = column && !column.contains(carried) && $('button[value="' + CSS.escape(column.dataset.column) + '"]', carried);
    return button ? { column, button } : null;
  }
  function over(column) {
    $$('[data-column]').forEach((one) => one.classList.toggle('is-over', one === column));
  }
  function letGo() {
    if (carried) carried.classList.remove('is-carried');
    carried = null;
    over(null);
  }
  document.addEventListener('dragstart', (event) => {
    carried = near(event.target, '[draggable=true]');
    if (!carried) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', $('a', carried).textContent);
    carried.classList.add('is-carried');
  });
  document.addEventListener('dragover', (event) => {
    const to = goal(event);
    over(to && to.column);
    if (to) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    const to = goal(event);
    if (!to) return;
    event.preventDefault();
    letGo(); // what is pressed may take the card from the page, and nothing else would be heard of it
    to.button.click();
  });
  document.addEventListener('dragend', letGo);

  // ---- a field that submits when it is changed, by the button that it names ----
  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-submits]'))
      event.target.form.requestSubmit(document.getElementById(event.target.dataset.submits));
  });
})();
