namespace Analysis;

/// <summary>
/// What is the same for all tokens with one surface. Words repeat, so it is found once for each distinct word, and tokens share their
/// texts.
/// </summary>
internal sealed class TokenForms
{
    private readonly Dictionary<string, Form> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Form>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public TokenForms() => _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The form of a token of a raw text.</summary>
    public Form Of(string text, TokenStream tokens, int index)
    {
        var raw = text.AsSpan(tokens.Start[index]..tokens.End[index]);
        if (_bySpan.TryGetValue(raw, out var form)) return form;
        var (surface, kind) = (raw.ToString(), tokens.Kind[index]);
        var key = tokens.Key(index);
        var normal = Normalizer.Normalize(surface, NormalizationLevel.Folded);
        var taken = kind == TokenKind.Word ? ProcliticRule.Length(key, out _) : 0;
        form = new(surface, normal == surface ? surface : normal, kind, string.Join('+', key[..taken].ToArray()));
        _known.Add(surface, form);
        return form;
    }

    /// <summary>The parts of a <see cref="Token"/> that its surface alone decides.</summary>
    public sealed record Form(string Surface, string Normal, TokenKind Kind, string Proclitics);
}
