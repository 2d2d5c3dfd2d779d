// The plan of a talk: what is written into it is kept and sent by kept.js, with all that stands in its other fields.
(function () {
  'use strict';
  const form = document.querySelector('form[data-plan-of]');
  if (!form) return;
  let written = form.dataset.saved === 'yes';

  const keeping = window.keptTexts(form, {
    place: 'plan:' + form.dataset.planOf + ':' + form.elements.person.value,
    sheet: form.dataset.plan,
    path: '/calls/' + form.dataset.plan + '/plan',
    texts: Array.from(form.querySelectorAll('textarea')),
    base: (text) => 'base-' + text.name,
    more: () => {
      const all = {};
      new FormData(form).forEach((value, name) => { all[name] = name in all ? all[name] + ',' + value : value; });
      return all;
    },
    answer: '[data-kept-plan]',
    saved: () => { /* the line says it */ }
  });
  form.addEventListener('input', () => { written = true; });
  form.addEventListener('change', (event) => {
    if (written && !event.target.matches('textarea')) keeping.save();
  });

  // ---- a page that cannot be reached must not take the place of this one ----
  let goes = false;
  form.addEventListener('submit', (event) => {
    if (goes || !written) return;
    event.preventDefault();
    const button = event.submitter;
    keeping.save().then((ok) => {
      if (!ok && !navigator.onLine) return;
      goes = true;
      form.requestSubmit(button);
    });
  });
})();
