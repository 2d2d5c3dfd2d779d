-- A question whose link was handed over by hand went in no mail of ours.
ALTER TABLE survey_ask ALTER outgoing_id DROP NOT NULL;
