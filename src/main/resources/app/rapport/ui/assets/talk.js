// The sheet of a talk: its notes are kept and sent by kept.js; the log fills itself, and one key accepts what was found.
(function () {
  'use strict';
  const form = document.querySelector('form[data-talk]');
  if (!form) return;
  const notes = form.elements.text;
  const plan = '/calls/' + form.dataset.plan;

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
    if (event.target !== notes) event.target.dataset.touched = 'yes';
  });

  const keeping = window.keptTexts(form, {
    place: 'talk:' + form.dataset.member + ':' + form.elements.person.value,
    sheet: form.dataset.plan,
    path: plan + '/notes',
    texts: [notes],
    base: () => 'base',
    more: () => ({ person: form.elements.person.value, meeting: form.elements.meeting.value }),
    answer: '[data-found]',
    saved: (fresh) => { document.getElementById('found').replaceChildren(fresh); fill(fresh.dataset); }
  });

  // ---- one key accepts: with Alt while writing, alone elsewhere ----
  form.addEventListener('click', (event) => {
    const button = event.target.closest('[data-found-do]');
    if (!button) return;
    event.preventDefault();
    const key = button.dataset.accept;
    keeping.post(button.getAttribute('formaction')).then(() => {
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
    keeping.save().then((ok) => {
      if (!ok || !goes || !keeping.isSaved()) return;
      logging = true;
      form.submit();
    });
  });

  if (document.activeElement === notes) notes.setSelectionRange(notes.value.length, notes.value.length);
})();
