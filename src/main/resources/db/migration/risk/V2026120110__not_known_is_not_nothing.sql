-- An empty field was kept as 0. Nobody had said that nothing was spent, or that leaving costs nothing: it is not known.
UPDATE risk_note SET body = body || '{"spent": null}' WHERE kind IN ('stake', 'decision') AND body -> 'spent' = '0';
UPDATE risk_note SET body = body || '{"exit": null}' WHERE kind IN ('stake', 'decision') AND body -> 'exit' = '0';
