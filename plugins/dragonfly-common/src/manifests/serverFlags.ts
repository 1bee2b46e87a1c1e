import { keepsBacklogByTime } from './serverVersion';

/** Every flag of Dragonfly 1.40.1, as its binary lists them. An unknown flag stops the start of a server. */
const FLAGS = `
  aclfile acllog_max_len admin_bind admin_nopass admin_port allocation_tracker alsologtostderr
  always_flush_pipeline announce_port async_dispatch_quota availability_zone background_debug_jobs
  background_heartbeat background_snapshotting bind break_replication_on_master_restart cache_mode
  cluster_announce_ip cluster_coordinator_connect_timeout_ms cluster_coordinator_response_timeout_ms
  cluster_flush_decommit_memory cluster_mode cluster_node_id command_alias compression_level
  compression_mode conn_io_thread_start conn_io_threads conn_use_incoming_cpu
  container_iteration_yield_interval_usec dbfilename dbnum default_lua_flags deserialize_hnsw_index
  df_snapshot_format dir disable_json_defragmentation enable_heartbeat_eviction
  enable_heartbeat_rss_eviction enable_memcache_io_loop_v2 enable_pipeline_squashing_v2
  enable_resp_io_loop_v2 enable_tcp_defer_accept epoll_file_threads eviction_memory_budget_threshold
  experimental_cascaded_partial_sync experimental_cluster_shard_by_slot experimental_flat_json
  expose_http_api fiber_run_warning_threshold_ms fiber_safety_margin flagfile force_epoll fromenv
  get_zero_copy huffman_table hz info_replication_valkey_compatible interpreter_per_thread
  journal_omit_redundant_writes jsonpathv2 keep_legacy_memory_metrics keys_output_limit
  latency_tracking list_compress_depth list_compress_dict_threshold list_compress_level
  list_max_listpack_size list_tiering_prefetch_depth list_tiering_threshold listpack_max_bytes
  listpack_max_field_len lock_on_hashtags locktag_delimiter locktag_prefix
  locktag_skip_n_end_delimiters log_backtrace_at log_dir log_prefix log_squash_info_threshold_usec
  logbuflevel logbufsecs logtostderr lua_allow_undeclared_auto_correct lua_auto_async
  lua_enable_redis_log lua_float_as_int_shas lua_mem_gc_threshold lua_resp2_legacy_float
  lua_undeclared_keys_shas luagc managed_service_info master_connect_timeout_ms
  master_reconnect_timeout_ms masterauth masteruser max_bulk_len max_busy_read_usec
  max_busy_squash_usec max_client_iobuf_len max_eviction_per_heartbeat max_log_size
  max_multi_bulk_len max_segment_to_consider max_squashed_cmd_num maxclients maxmemory
  mem_defrag_check_sec_interval mem_defrag_page_utilization_threshold mem_defrag_threshold
  mem_defrag_waste_threshold memcached_port mget_dedup_keys migrate_connections
  migration_buckets_cpu_budget migration_buckets_serialization_threshold
  migration_buckets_sleep_usec migration_finalization_timeout_ms minloglevel
  multi_eval_squash_buffer multi_exec_squash no_tls_on_admin_port notify_keyspace_events num_shards
  omit_basic_usage pause_wait_timeout pidfile pipeline_buffer_limit pipeline_parse_in_proactor
  pipeline_prioritize_large_batches pipeline_queue_limit pipeline_squash pipeline_squash_limit
  pipeline_wait_batch_usec port primary_port_http_enabled proactor_affinity_mode proactor_threads
  publish_buffer_limit pubsub_slow_subscriber_timeout_ms rdb_ignore_expiry rdb_load_dry_run
  rdb_sbf_chunked replica_announce_ip replica_delete_expired replica_partial_sync replica_priority
  replicaof replicaof_no_one_start_journal replication_acks_interval replication_dispatch_threshold
  replication_stream_output_limit replication_timeout request_cache_limit requirepass
  restricted_commands rss_oom_deny_ratio s3_ec2_metadata s3_endpoint s3_sign_payload
  s3_use_helio_client s3_use_https save_schedule scheduler_background_budget
  scheduler_background_sleep_prob scheduler_background_warrant send_timeout
  serialization_max_chunk_size serialization_tagged_chunks serialize_hnsw_index
  shard_repl_backlog_len shard_round_robin_prefix shard_thread_busy_polling_usec
  slot_migration_connection_timeout_ms slot_migration_throttle_us slowlog_log_slower_than
  slowlog_max_len snapshot_cron snapshot_egress_limit_bytes squashed_reply_size_limit
  stderrthreshold table_growth_margin tcp_backlog tcp_keepalive tcp_nodelay tcp_user_timeout
  tiered_max_file_size tiered_prefix timeout tls tls_ca_cert_dir tls_ca_cert_file tls_cert_file
  tls_cipher_suites tls_ciphers tls_key_file tls_prefer_server_ciphers tls_replication
  tls_session_cache_size tls_session_cache_timeout tls_session_caching tryfromenv
  tx_queue_warning_len undefok unixsocket unixsocketperm unlink_experimental_async
  uring_direct_table_len uring_disable_iowait uring_recv_buffer_cnt use_oah_set user v version_check
  vmodule write_connection_throttling_sleep_usec
`;

const KNOWN: ReadonlySet<string> = new Set(FLAGS.trim().split(/\s+/));

/** What came with 1.41; `shard_repl_backlog_len` is accepted there as well, and does nothing. */
const SINCE_1_41: ReadonlySet<string> = new Set([
  'shard_repl_backlog_max_bytes',
  'shard_repl_backlog_time_ms',
]);

/**
 * Tells whether the server knows a flag.
 *
 * @param flag - without its dashes
 * @param version - of the server; the oldest supported one when absent, whose flags all have
 */
export function isServerFlag(flag: string, version?: string): boolean {
  if (KNOWN.has(flag)) return true;
  return (
    version !== undefined && keepsBacklogByTime(version) && SINCE_1_41.has(flag)
  );
}
