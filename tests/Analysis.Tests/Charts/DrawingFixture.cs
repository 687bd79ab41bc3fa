namespace Analysis.Tests;

/// <summary>A page of a real browser for the tests of a class, which run one after another.</summary>
public sealed class DrawingFixture : IAsyncLifetime
{
    private readonly Lazy<Task<Browser>> _browser = new(
        () => Browser.StartAsync(Machine.Current, TimeSpan.FromSeconds(30), ChartAssets.PlotlyScript));

    internal Task<Browser> Value => _browser.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated) await (await _browser.Value).DisposeAsync();
    }
}
