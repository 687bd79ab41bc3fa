using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analysis;

/// <summary>The Chrome DevTools Protocol over its web socket: commands with answers, and events.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly SemaphoreSlim _sending = new(1);
    private Task _receiving = Task.CompletedTask;
    private Exception? _end;
    private int _last;

    /// <summary>Raised for each event: its session, its method and its parameters.</summary>
    public event Action<string?, string, JsonElement>? Received;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var tools = new DevTools();
        await tools._socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
        tools._receiving = tools.ReceiveAsync();
        return tools;
    }

    /// <exception cref="IOException">The browser refused the command or went away.</exception>
    /// <exception cref="TimeoutException">No answer came within a minute.</exception>
    public async Task<JsonElement> SendAsync(string? session, string method, JsonObject? parameters = null, CancellationToken cancellation = default)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        try
        {
            if (_end is not null) throw new IOException(_end.Message, _end);
            var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
            if (session is not null) command["sessionId"] = session;
            await SendAsync(JsonSerializer.SerializeToUtf8Bytes(command), cancellation).ConfigureAwait(false);
            return await answer.Task.WaitAsync(Patience, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"the browser did not answer {method} within {Patience.TotalSeconds:0} seconds");
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _receiving.ConfigureAwait(false);
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task SendAsync(byte[] message, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellation).ConfigureAwait(false);
        }
        catch (WebSocketException error)
        {
            throw new IOException("the browser ended unexpectedly", error);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close) break;
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage) continue;
                Dispatch(message.GetBuffer().AsMemory(0, (int)message.Length));
                message.SetLength(0);
            }
        }
        catch (Exception error) when (error is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The connection's end: those who wait are told below.
        }
        _end = new IOException("the browser ended unexpectedly");
        foreach (var waiting in _waiting.Values) waiting.TrySetException(_end);
    }

    private void Dispatch(ReadOnlyMemory<byte> message)
    {
        using var document = JsonDocument.Parse(message);
        var root = document.RootElement;
        if (root.TryGetProperty("id", out var id))
        {
            if (!_waiting.TryGetValue(id.GetInt32(), out var answer)) return;
            if (root.TryGetProperty("error", out var error)) answer.TrySetException(new IOException($"the browser refused a command: {error.GetProperty("message").GetString()}"));
            else answer.TrySetResult(root.GetProperty("result").Clone());
        }
        else if (root.TryGetProperty("method", out var method))
        {
            var session = root.TryGetProperty("sessionId", out var from) ? from.GetString() : null;
            Received?.Invoke(session, method.GetString()!, root.TryGetProperty("params", out var parameters) ? parameters.Clone() : default);
        }
    }
}
