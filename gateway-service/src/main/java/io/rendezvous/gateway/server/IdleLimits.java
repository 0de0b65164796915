package io.rendezvous.gateway.server;

import java.time.Duration;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Gives a connection another limit while a request is handled, and between two: Jetty has one for
 * everything, which also bounds a write to a client that does not read.
 */
final class IdleLimits extends Handler.Wrapper {
  private final long stallMillis;
  private final long keepAliveMillis;

  IdleLimits(Duration stall, Duration keepAlive) {
    this.stallMillis = stall.toMillis();
    this.keepAliveMillis = keepAlive.toMillis();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
    connection.setIdleTimeout(stallMillis);
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
      connection.setIdleTimeout(keepAliveMillis);
      super.succeeded();
    }
  }
}
