-- Whether a process of this program is gone: each holds a lock by its name in a session of its own, which ends with
-- the process however that ends. Nothing is known of one without a name.
CREATE FUNCTION process_gone(process text) RETURNS boolean
LANGUAGE sql VOLATILE STRICT SET search_path = pg_catalog AS $$
    SELECT NOT EXISTS (SELECT FROM pg_locks l
                       WHERE l.locktype = 'advisory' AND l.granted
                         AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                         AND (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(process, 0))
$$;
