namespace Analysis.Cli;

/// <summary>Options whose values are read with the command line.</summary>
internal static class ParsedOption
{
    /// <summary>An option; a value that cannot be read is an error of the command line.</summary>
    /// <param name="name">Its name, such as <c>--date</c>.</param>
    /// <param name="helpName">What stands for the value in the help.</param>
    /// <param name="description">What it does.</param>
    /// <param name="read">Reads the value; where it is not one, an <see cref="InvalidDataException"/> says what is expected.</param>
    public static Option<T> Of<T>(string name, string helpName, string description, Func<string, T> read) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            try
            {
                return read(result.Tokens[0].Value);
            }
            catch (InvalidDataException error)
            {
                result.AddError(error.Message);
                return default;
            }
        },
    };
}
