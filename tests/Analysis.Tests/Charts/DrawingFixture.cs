namespace Analysis.Tests;

/// <summary>A page of a real browser for the tests of a class, which run one after another.</summary>
public sealed class DrawingFixture : IAsyncLifetime
{
    private readonly Lazy<Task<DrawingPage>> _page = new(() => DrawingPage.StartAsync(Machine.Current, TimeSpan.FromSeconds(30), ChartAssets.PlotlyScript));

    internal Task<DrawingPage> Value => _page.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_page.IsValueCreated) await (await _page.Value).DisposeAsync();
    }
}
