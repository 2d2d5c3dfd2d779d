-- Tells people what touches were there before the list could be sorted by them.
UPDATE contact c SET last_touch_at = last.at
FROM (SELECT p.workspace_id, p.person_id, max(p.at) AS at
      FROM touch_party p
      JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
      WHERE p.person_id IS NOT NULL AND p.role IN ('from', 'to', 'with') AND t.is_touch AND p.at <= now()
      GROUP BY p.workspace_id, p.person_id) last
WHERE c.workspace_id = last.workspace_id AND c.id = last.person_id;
