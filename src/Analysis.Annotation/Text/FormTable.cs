namespace Analysis;

/// <summary>Values of words, indexed by form. The array grows while lexicons fill it.</summary>
/// <typeparam name="T">Type of the values; forms without a value have the default value.</typeparam>
internal sealed class FormTable<T>
{
    private T[] _values = [];

    /// <summary>The value of a form.</summary>
    public T? this[int form]
    {
        get => (uint)form < (uint)_values.Length ? _values[form] : default;
        set => At(form) = value!;
    }

    /// <summary>The place of a form's value, valid until a value of another form is set.</summary>
    public ref T At(int form)
    {
        if (form >= _values.Length) Array.Resize(ref _values, 2 * (form + 1));
        return ref _values[form];
    }

    /// <summary>The value of the first stem that has one; the default value if none has.</summary>
    public T? Of(ReadOnlySpan<Reading> readings)
    {
        foreach (var reading in readings)
            if (!EqualityComparer<T>.Default.Equals(this[reading.Stem], default)) return this[reading.Stem];

        return default;
    }

    /// <summary>An independent copy.</summary>
    public FormTable<T> Copy() => new() { _values = [.. _values] };
}
