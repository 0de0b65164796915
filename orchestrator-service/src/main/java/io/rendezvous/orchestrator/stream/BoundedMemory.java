package io.rendezvous.orchestrator.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One cache and one limit of write buffers for the state of all partitions, however many this
 * process has.
 */
public final class BoundedMemory implements RocksDBConfigSetter {
  private static final long TOTAL_BYTES = 48L * 1024 * 1024;
  private static final long WRITE_BUFFER_BYTES = 16L * 1024 * 1024;
  private static final long BLOCK_BYTES = 4L * 1024;

  /** Holds the native memory for the life of the process. */
  private static final class Shared {
    static final Cache CACHE = new LRUCache(TOTAL_BYTES);
    static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);
  }

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(Shared.CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setBlockSize(BLOCK_BYTES);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(Shared.BUFFERS);
  }

  @Override
  public void close(String store, Options options) {
    // The cache and the buffers belong to all stores.
  }
}
