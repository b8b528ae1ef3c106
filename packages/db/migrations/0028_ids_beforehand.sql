-- Ids may be taken before their rows are written, like those of posts: the demo community has those that
-- the examples of the contract speak of, and later rows must not come upon them.
grant usage on sequence
  api_keys_id_seq, file_areas_id_seq, files_id_seq, forums_id_seq, listing_categories_id_seq,
  listings_id_seq, reports_id_seq, threads_id_seq, users_id_seq, webhook_deliveries_id_seq,
  webhook_endpoints_id_seq
  to mobieus_app;
