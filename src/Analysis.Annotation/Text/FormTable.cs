namespace Analysis;

/// <summary>What is known of words, by form: an array that grows as lexicons fill it.</summary>
/// <typeparam name="T">What is known; the default value of forms that nothing was said of.</typeparam>
internal sealed class FormTable<T>
    where T : struct
{
    private T[] _values = new T[64];

    /// <summary>What is known of a form.</summary>
    public T this[int form]
    {
        get => (uint)form < (uint)_values.Length ? _values[form] : default;
        set
        {
            if (form >= _values.Length) Array.Resize(ref _values, Math.Max(form + 1, _values.Length * 2));
            _values[form] = value;
        }
    }
}
