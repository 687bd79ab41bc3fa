namespace Analysis;

/// <summary>
/// What an annotator knows of a word alone, whatever stands around it. Words repeat, so it is computed once for each distinct word of a
/// stream, not for each token. The table is emptied when the stream forgets its words, so it is bounded on endless streams.
/// </summary>
/// <typeparam name="T">What is known; the default value until it is set.</typeparam>
internal sealed class WordTable<T>(TokenStream tokens)
    where T : struct
{
    private FormTable<T> _values = new();
    private int _generation;

    /// <summary>The value of a form of the stream; the reference is valid until another form is asked for.</summary>
    public ref T this[int form]
    {
        get
        {
            if (_generation != tokens.Generation) (_values, _generation) = (new FormTable<T>(), tokens.Generation);
            return ref _values.At(form);
        }
    }
}
