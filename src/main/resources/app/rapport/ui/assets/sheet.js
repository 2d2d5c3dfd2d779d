// A sheet of several texts that saves itself, for its writer only.
(function () {
  'use strict';
  const form = document.querySelector('form[data-sheet-of]');
  if (!form) return;
  const id = form.dataset.sheetId;
  const keeping = window.keptTexts(form, {
    place: 'sheet:' + form.dataset.sheetOf + ':' + form.elements.person.value,
    sheet: id,
    path: '/hard-talks/' + id,
    texts: Array.from(form.querySelectorAll('textarea')),
    base: (text) => 'base-' + text.name,
    more: () => ({ person: form.elements.person.value }),
    answer: '[data-kept-sheet]',
    saved: () => { /* the line says it */ }
  });
  form.addEventListener('submit', (event) => { event.preventDefault(); keeping.save(); });
})();
