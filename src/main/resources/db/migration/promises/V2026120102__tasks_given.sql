-- Tasks that were given on since a moment: whoever had one then was reminded of it then.
CREATE INDEX promise_step_given ON promise_step (workspace_id, at) WHERE kind = 'given';
