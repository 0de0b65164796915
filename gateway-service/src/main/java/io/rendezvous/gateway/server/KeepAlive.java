package io.rendezvous.gateway.server;

import java.time.Duration;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets a connection wait longer between two requests than for the rest of one: Jetty has one limit
 * for both, which also bounds a write to a client that does not read.
 */
final class KeepAlive extends Handler.Wrapper {
  private final long millis;

  KeepAlive(Duration keepAlive) {
    this.millis = keepAlive.toMillis();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var metaData = request.getConnectionMetaData();
    EndPoint connection = metaData.getConnection().getEndPoint();
    connection.setIdleTimeout(metaData.getConnector().getIdleTimeout());
    request.addHttpStreamWrapper(stream -> new Longer(stream, connection));
    return super.handle(request, response, callback);
  }

  private final class Longer extends HttpStream.Wrapper {
    private final EndPoint connection;

    Longer(HttpStream stream, EndPoint connection) {
      super(stream);
      this.connection = connection;
    }

    @Override
    public void succeeded() {
      // Before: the next request may be read as soon as this one is over.
      connection.setIdleTimeout(millis);
      super.succeeded();
    }
  }
}
