using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>
/// Decides in which representations a value is shown. A chart goes as Plotly figure, picture and plain text and not as HTML: of the
/// bundles that notebook clients were tried with, this one shows in all of them, interactively where the client can.
/// </summary>
/// <param name="picture">Makes pictures in place of the values' own formatters; null to use those.</param>
internal sealed class MimeFormatter(Func<object, Task<byte[]?>>? picture)
{
    /// <summary>MIME type of a Plotly figure.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>MIME type of a picture.</summary>
    public const string Png = "image/png";

    /// <summary>MIME type of markup.</summary>
    public const string Html = "text/html";

    /// <summary>MIME type of plain text.</summary>
    public const string Plain = "text/plain";

    private readonly List<Task> _pictures = [];

    /// <summary>The representations of a value, and hints for them.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">Those asked for; none for those that suit the value.</param>
    public (JsonObject Data, JsonObject Metadata) Format(object? value, IReadOnlyList<string> mimeTypes)
    {
        var data = new JsonObject();
        var metadata = new JsonObject();
        var formatters = value is null ? null : ConventionFormatters.For(value.GetType());
        foreach (var mimeType in mimeTypes.Count > 0 ? mimeTypes : Suitable(value, formatters))
        {
            if (mimeType == Png && picture is not null && formatters?.Offers(Plotly) == true)
                AddPictureLater(value!, data, metadata);
            else if (Representation(value, mimeType, formatters) is { } representation)
                data[mimeType] = representation;
        }

        if (data.ContainsKey(Png))
            AddSize(value!, metadata);
        return (data, metadata);
    }

    /// <summary>Awaits the pictures under way.</summary>
    public async Task CompletePicturesAsync()
    {
        while (_pictures.Count > 0)
        {
            var next = _pictures[^1];
            _pictures.RemoveAt(_pictures.Count - 1);
            await next.ConfigureAwait(false);
        }
    }

    private static IEnumerable<string> Suitable(object? value, ConventionFormatters? formatters)
    {
        if (formatters?.Offers(Plotly) == true)
            return [Plotly, Png, Plain];
        if (formatters is not null)
            return formatters.Preferred.Where(formatters.Offers).Union([Html, Plain]);
        return value is RawHtml ? [Html] : DefaultHtml.Suits(value) ? [Html, Plain] : [Plain];
    }

    private static JsonNode? Representation(object? value, string mimeType, ConventionFormatters? formatters)
    {
        if (formatters?.Format(value!, mimeType) is { } text)
            return IpynbOutputs.IsJson(mimeType) ? JsonNode.Parse(text) : JsonValue.Create(text);
        return mimeType switch
        {
            Html => formatters?.Offers(Html) == true ? null : DefaultHtml.Format(value),
            Plain => formatters?.Offers(Plain) == true ? null : DefaultText.Format(value),
            "application/json" when formatters?.Offers(mimeType) != true => JsonSerializer.SerializeToNode(value),
            _ => null,
        };
    }

    private void AddPictureLater(object value, JsonObject data, JsonObject metadata)
    {
        CellRecorder.Outside(() => _pictures.Add(AddAsync(picture!(value))));

        async Task AddAsync(Task<byte[]?> making)
        {
            if (await making.ConfigureAwait(false) is not { } png)
                return;
            data[Png] = Convert.ToBase64String(png);
            AddSize(value, metadata);
        }
    }

    private static void AddSize(object value, JsonObject metadata)
    {
        var type = value.GetType();
        if (type.GetProperty("Width")?.GetValue(value) is int width && type.GetProperty("Height")?.GetValue(value) is int height)
            metadata[Png] = new JsonObject { ["width"] = width, ["height"] = height };
    }
}
