-- As in the tables of touches: what points at a contact or an account, and must, points at its workspace.
ALTER TABLE contact_point DROP CONSTRAINT contact_point_workspace_id_fkey;
ALTER TABLE account_point DROP CONSTRAINT account_point_workspace_id_fkey;
ALTER TABLE account_domain DROP CONSTRAINT account_domain_workspace_id_fkey;
ALTER TABLE postal_address DROP CONSTRAINT postal_address_workspace_id_fkey;
ALTER TABLE external_id DROP CONSTRAINT external_id_workspace_id_fkey;
ALTER TABLE awaited_account DROP CONSTRAINT awaited_account_workspace_id_fkey;
ALTER TABLE contact_search DROP CONSTRAINT contact_search_workspace_id_fkey;
ALTER TABLE contact_tag DROP CONSTRAINT contact_tag_workspace_id_fkey;
